package io.zhibu.intake;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an earlier import made of a document, kept in a hidden folder beside the entry, so that the next one can tell who changed what
 * since.
 *
 * @param word name of the document, without its folder
 * @param digest of the document then, SHA-256 in hexadecimal digits
 * @param id of the entry
 * @param text of the entry then
 * @param folder in which the entry was put
 */
record ImportRecord(String word, String digest, String id, String text, Path folder) {
    private static final String HIDDEN = ".word";
    private static final String BEGIN = "# zhibu import";
    private static final Pattern FORM =
            Pattern.compile("(?s)" + BEGIN + "[^\\n]*\\nword: ([^\\n]*)\\nsha256: ([0-9a-f]{64})\\n\\n(.*)");

    static Path file(Path folder, String id) {
        return folder.resolve(HIDDEN).resolve(id + ".md");
    }

    Path file() {
        return file(folder, id);
    }

    /** What the file says. */
    String written() {
        return BEGIN + " 导入时的样子，再导入时用来比较；与条目一起提交，不用改\nword: " + word + "\nsha256: " + digest + "\n\n" + text;
    }

    /** All that lie below a folder; what can't be read is as if it weren't there. */
    static List<ImportRecord> below(Path content) throws IOException {
        List<ImportRecord> records = new ArrayList<>();
        if (!Files.isDirectory(content)) {
            return records;
        }
        try (Stream<Path> all = Files.find(
                content,
                12,
                (path, kind) -> kind.isRegularFile()
                        && path.getParent().getFileName().toString().equals(HIDDEN)
                        && path.getFileName().toString().endsWith(".md"))) {
            for (Path file : all.sorted().toList()) {
                read(file).ifPresent(records::add);
            }
        }
        return records;
    }

    private static Optional<ImportRecord> read(Path file) throws IOException {
        try {
            Matcher form = FORM.matcher(Files.readString(file).replace("\r\n", "\n"));
            String id = file.getFileName().toString().replaceFirst("\\.md$", "");
            return form.matches()
                    ? Optional.of(new ImportRecord(
                            form.group(1),
                            form.group(2),
                            id,
                            form.group(3),
                            file.getParent().getParent()))
                    : Optional.empty();
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
