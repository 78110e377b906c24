package io.zhibu.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The words of a plain text, in UTF-8 or as Chinese programs wrote before. */
final class PlainWords {
    private static final int MOST = 4 << 20;
    private static final Charset BEFORE = Charset.forName("GB18030");

    private PlainWords() {}

    static Words of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST);
            boolean whole = in.read() < 0;
            return new Words(whole ? decoded(bytes) : new String(bytes, StandardCharsets.UTF_8), whole);
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, BEFORE);
        }
    }
}
