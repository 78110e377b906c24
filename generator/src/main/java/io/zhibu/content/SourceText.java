package io.zhibu.content;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.ownfile.OwnFile;
import io.zhibu.unicode.Proofreading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file's bytes to text: UTF-8 or an error that names the place, never replacement characters. */
final class SourceText {
    private static final long LARGEST = 2L << 20;
    private static final Charset GBK = Charset.forName("GB18030");

    private SourceText() {}

    /** The text with {@code \n} as line end and without byte order mark; empty if the file can't be used. */
    static Optional<String> read(Path file, Where where, Diagnostics diagnostics) {
        return bytes(file, where, diagnostics).flatMap(bytes -> text(bytes, where, diagnostics));
    }

    /** The file as it is on disk; empty if it can't be used. */
    static Optional<byte[]> bytes(Path file, Where where, Diagnostics diagnostics) {
        try {
            if (Files.size(file) > LARGEST) {
                diagnostics.error(where, "file-large", "文件大于 2 MB，不像一篇文章", "把长文拆成几篇；图片和附件放在旁边，不要贴进正文");
                return Optional.empty();
            }
            return Optional.of(OwnFile.bytes(file));
        } catch (IOException unreadable) {
            diagnostics.error(where, "file-unreadable", "文件读不出来", "检查文件是否存在、有没有读的权限");
            return Optional.empty();
        }
    }

    /** As {@link #read} gives it, of bytes that were read already. */
    static Optional<String> text(byte[] bytes, Where where, Diagnostics diagnostics) {
        return decode(bytes, where, diagnostics).map(text -> Proofreading.of(normalised(text), where, diagnostics));
    }

    /** SHA-1 of the file's bytes in hexadecimal digits; empty if the file can't be read. */
    static Optional<String> sha1(Path file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(OwnFile.bytes(file));
            return Optional.of(HexFormat.of().formatHex(hash));
        } catch (IOException gone) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text as far as it can be made out: for guesses about a file that was complained of already. */
    static String anyhow(Path file) {
        try {
            return Files.size(file) > LARGEST
                    ? ""
                    : normalised(new String(OwnFile.bytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Optional<String> decode(byte[] bytes, Where where, Diagnostics diagnostics) {
        if (isUtf16(bytes)) {
            diagnostics.error(where.at(1, 1), "encoding", "文件是 UTF-16 编码", "用记事本打开，另存为 UTF-8 编码");
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        // What isn't UTF-8 becomes U+FFFD, which hardly any text has; only then is it worth decoding with care.
        if (text.indexOf('\uFFFD') >= 0) {
            Optional<String> before = beforeFault(bytes);
            if (before.isPresent()) {
                String like = isGbk(bytes) ? "，像是 GBK（ANSI）编码" : "";
                diagnostics.error(
                        placeAfter(before.get(), where), "encoding", "文件不是 UTF-8 编码" + like, "用记事本打开，另存为 UTF-8 编码");
                return Optional.empty();
            }
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** The text before the first byte that isn't UTF-8; empty if all of it is. */
    private static Optional<String> beforeFault(byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), out, true);
        return result.isError() ? Optional.of(out.flip().toString()) : Optional.empty();
    }

    /** By its mark; or without one, since every other byte of an ASCII line in it is zero. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 4) {
            return false;
        }
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return first == 0xfeff
                || first == 0xfffe
                || bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0
                || bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0;
    }

    private static boolean isGbk(byte[] bytes) {
        try {
            GBK.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (java.nio.charset.CharacterCodingException neither) {
            return false;
        }
    }

    private static Where placeAfter(String text, Where where) {
        String plain = normalised(text.startsWith("\uFEFF") ? text.substring(1) : text);
        int lineStart = plain.lastIndexOf('\n') + 1;
        int line = 1 + (int) plain.chars().filter(c -> c == '\n').count();
        return where.at(line, plain.codePointCount(lineStart, plain.length()) + 1);
    }

    private static String normalised(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
