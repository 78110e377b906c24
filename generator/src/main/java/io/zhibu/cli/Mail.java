package io.zhibu.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A message as sendmail takes it from its standard input: headers in ASCII, Chinese in them as encoded words (RFC 2047), the text in
 * Base64. Sent by nobody here.
 */
final class Mail {
    /** Bytes of text in one encoded word: the line that it begins, with the name of the header before it, may have 76 characters. */
    private static final int WORD = 39;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\n'});

    private Mail() {}

    /**
     * @param to addresses, as the settings name them; without them sendmail is told on its command line
     * @param id of this message and no other, in ASCII
     */
    static String of(
            Bulletin bulletin, Optional<String> from, Optional<String> to, Instant now, ZoneId zone, String id) {
        List<String> headers = new ArrayList<>();
        from.ifPresent(address -> headers.add("From: " + address));
        to.ifPresent(addresses -> headers.add("To: " + addresses));
        headers.add("Subject: " + encoded(bulletin.subject()));
        headers.add("Date: " + DATE.format(now.atZone(zone)));
        headers.add("Message-ID: <" + id + "@zhibu.invalid>");
        headers.add("Auto-Submitted: auto-generated");
        headers.add("MIME-Version: 1.0");
        headers.add("Content-Type: text/plain; charset=UTF-8");
        headers.add("Content-Transfer-Encoding: base64");
        return String.join("\n", headers) + "\n\n"
                + LINES.encodeToString(bulletin.text().getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** A line longer than a header may have is folded between words; no word ends within a character. */
    private static String encoded(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            String more = word + Character.toString(c);
            if (more.getBytes(StandardCharsets.UTF_8).length > WORD) {
                words.add(word(word.toString()));
                word.setLength(0);
            }
            word.appendCodePoint(c);
        });
        words.add(word(word.toString()));
        return String.join("\n ", words);
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
