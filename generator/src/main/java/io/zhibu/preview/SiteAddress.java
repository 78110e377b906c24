package io.zhibu.preview;

import io.zhibu.address.Address;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a browser asks for to an address of the site: a folder stands for its page. What could mean two things is none. */
final class SiteAddress {
    private SiteAddress() {}

    /**
     * The address; empty if the path is none.
     *
     * @param path as it came, percent-encoded, beginning with a slash
     */
    static Optional<Address> of(String path) {
        return decoded(path).filter(SiteAddress::isPlain).map(plain -> {
            String inside = plain.substring(1);
            return new Address(inside.isEmpty() || inside.endsWith("/") ? inside + "index.html" : inside);
        });
    }

    private static Optional<String> decoded(String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            if (i + 2 >= path.length()) {
                return Optional.empty();
            }
            int high = Character.digit(path.charAt(i + 1), 16);
            int low = Character.digit(path.charAt(i + 2), 16);
            int one = high * 16 + low;
            // Nobody encodes these but to get past somebody who looks for them.
            if (high < 0 || low < 0 || one == '/' || one == '\\' || one == '.' || one < ' ' || one == 0x7f) {
                return Optional.empty();
            }
            bytes.write(one);
            i += 2;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String path) {
        return path.startsWith("/")
                && path.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\')
                && !path.contains("//")
                && !path.matches(".*/\\.{1,2}(/.*)?");
    }
}
