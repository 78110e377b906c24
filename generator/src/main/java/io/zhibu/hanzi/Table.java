package io.zhibu.hanzi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of one of this room's own tables: cells parted by blanks, lines that begin with # left out. */
record Table(List<List<String>> rows) {

    static Table named(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            return new Table(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ")))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program's own archive can't be read", unreadable);
        }
    }
}
