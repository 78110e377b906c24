package io.zhibu.intake;

import static io.zhibu.WordFile.p;
import static io.zhibu.WordFile.r;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.SmallSite;
import io.zhibu.WordFile;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.markdown.MarkdownReading;
import io.zhibu.markdown.Profile;
import io.zhibu.schema.Schemas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No word of a document is lost: each is read again from the entry, its front matter or the report. Documents are made by chance, from seeds. */
class WordsKeptTest {
    private static final int SEEDS = 150;
    private static final String SIGNS = "*_`~[]()<>|#+-!&\\{}=:;,.\"'$^@/%，。；：（）“”《》—…·1234567890abc ";

    @TempDir
    private static Path folder;

    private static Importing importing;

    @BeforeAll
    static void aSite() {
        Schemas schemas = SmallSite.ofOurTypes(folder).config().schemas();
        importing = new Importing(schemas, List.of(), Map.of(), 2026);
    }

    @Test
    void everyWordIsInTheEntryOrTheReport() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Made made = made(new Random(seed));
            String said = said(made.file(), seed);
            for (String words : made.words()) {
                assertThat(said).as("seed " + seed).contains(bare(words));
            }
        }
    }

    /** What is said must be missed where it is taken away: otherwise the test above proves nothing. */
    @Test
    void aWordThatIsNotThereIsMissed() throws IOException {
        Made made = made(new Random(1));
        String said = said(made.file(), 1);
        String words = bare(made.words().get(made.words().size() - 1));
        assertThat(said.replace(words, "")).doesNotContain(words);
        assertThat(said).doesNotContain(bare("这句话哪里也没有"));
    }

    /** What a reader of the entry sees, and what is told. */
    private static String said(Path file, int seed) throws IOException {
        Outcome<java.util.Optional<Draft>> draft = importing.read(file, "文稿.docx", "page");
        assertThat(draft.diagnostics()).as("seed " + seed).isEmpty();
        Outcome<Entry> entry = importing.entry(draft.value().orElseThrow(), "文稿.docx", "wen-gao");
        String text = entry.value().text();
        int body = text.indexOf("\n---\n") + 5;
        Outcome<io.zhibu.page.Body> read =
                new MarkdownReading(Profile.CHINESE, "").read(text.substring(body), new Where("a.md", 1, 1));
        List<String> faults = read.diagnostics().stream()
                .filter(one -> one.rule().matches("(html|note|table|admonition|definition|indented).*"))
                .map(Diagnostic::toString)
                .toList();
        assertThat(faults).as("seed " + seed + "\n" + text).isEmpty();
        String report = entry.diagnostics().stream().map(Diagnostic::message).collect(Collectors.joining("\n"));
        String header = text.substring(0, body).replace("\\\\", "\\").replace("\\\"", "\"");
        return bare(header + "\n" + read.value().plainText() + "\n" + pictures(text) + "\n" + report);
    }

    /** Words that stand beside pictures are no text of the body. */
    private static String pictures(String text) {
        return text.lines()
                .filter(line -> line.startsWith("!["))
                .map(line -> line.replaceAll("\\\\(?=\\p{Punct})", ""))
                .collect(Collectors.joining("\n"));
    }

    /** Letters and signs in one width, without blanks: those may differ, and quotation marks may have become Chinese. */
    private static String bare(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s\u3000]+", "")
                .replaceAll("[“”\"]", "\"")
                .replace('。', '.');
    }

    private record Made(Path file, List<String> words) {}

    private static final class Making {
        private final Random random;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder notes = new StringBuilder();
        private int note = 1;

        Making(Random random) {
            this.random = random;
        }

        /** A few characters by chance, remembered. */
        String words() {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(12);
            for (int i = 0; i < length; i++) {
                boolean sign = random.nextInt(4) == 0;
                text.append(
                        sign ? SIGNS.charAt(random.nextInt(SIGNS.length())) : (char) (0x4E00 + random.nextInt(0x2000)));
            }
            // Begins with what is found again: a dot or a number may become the mark of a list.
            String whole = (char) (0x4E00 + random.nextInt(0x2000))
                    + text.toString()
                    + (char) (0x4E00 + random.nextInt(0x2000));
            words.add(whole);
            return whole;
        }

        String runs() {
            StringBuilder runs = new StringBuilder();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                String[] looks = {
                    "", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:strike/>", "<w:vertAlign w:val=\"superscript\"/>"
                };
                runs.append(r(looks[random.nextInt(looks.length)], words()));
                if (random.nextInt(6) == 0) {
                    runs.append("<w:r><w:br/></w:r>");
                }
                if (random.nextInt(8) == 0) {
                    String text = words();
                    notes.append("<w:footnote w:id=\"")
                            .append(++note)
                            .append("\">")
                            .append(p(text))
                            .append("</w:footnote>");
                    runs.append("<w:r><w:footnoteReference w:id=\"")
                            .append(note)
                            .append("\"/></w:r>");
                }
                if (random.nextInt(10) == 0) {
                    runs.append("<w:hyperlink r:id=\"link\">")
                            .append(r(words()))
                            .append("</w:hyperlink>");
                }
            }
            return runs.toString();
        }

        String block(int depth) {
            switch (random.nextInt(depth > 1 ? 6 : 12)) {
                case 0 -> {
                    return p("<w:outlineLvl w:val=\"" + random.nextInt(4) + "\"/>", r(words()));
                }
                case 1 -> {
                    return p("<w:jc w:val=\"center\"/>", r("<w:b/>", words()));
                }
                case 2 -> {
                    return p(
                            "<w:numPr><w:ilvl w:val=\"" + random.nextInt(3) + "\"/><w:numId w:val=\""
                                    + (1 + random.nextInt(3)) + "\"/></w:numPr>",
                            runs());
                }
                case 3 -> {
                    String[] begins = {"一、", "（二）", "1.", "（3）", "● ", "- ", "# ", "> ", "2）", "\u3000\u3000", "| "};
                    return p(begins[random.nextInt(begins.length)] + words());
                }
                case 6 -> {
                    return table(depth);
                }
                case 7 -> {
                    return "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>" + p(words())
                            + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
                            + r(words()) + "</w:p>";
                }
                case 8 -> {
                    return "<w:p>" + r(words()) + "<m:oMath><m:r><m:t>" + WordFile.escaped(words())
                            + "</m:t></m:r></m:oMath></w:p>";
                }
                case 9 -> {
                    return "<w:p>" + r("<w:vanish/>", words()) + r(words()) + "</w:p>";
                }
                case 10 -> {
                    return "<w:p><w:fldSimple w:instr=\"DATE\">" + r(words()) + "</w:fldSimple></w:p>";
                }
                case 11 -> {
                    return "<w:sdt><w:sdtContent>" + block(depth + 1) + "</w:sdtContent></w:sdt>";
                }
                default -> {
                    return "<w:p>" + runs() + "</w:p>";
                }
            }
        }

        private String table(int depth) {
            StringBuilder table = new StringBuilder("<w:tbl>");
            int rows = 1 + random.nextInt(3);
            int columns = 1 + random.nextInt(3);
            for (int row = 0; row < rows; row++) {
                table.append("<w:tr>");
                for (int column = 0; column < columns; ) {
                    int width = 1 + random.nextInt(columns - column);
                    table.append("<w:tc><w:tcPr><w:gridSpan w:val=\"")
                            .append(width)
                            .append("\"/></w:tcPr>");
                    table.append(block(depth + 2)).append(p("")).append("</w:tc>");
                    column += width;
                }
                table.append("</w:tr>");
            }
            return table.append("</w:tbl>").toString();
        }
    }

    private static Made made(Random random) {
        Making making = new Making(random);
        StringBuilder body = new StringBuilder();
        int count = 3 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            body.append(making.block(0));
        }
        StringBuilder lists = new StringBuilder();
        String[] formats = {"decimal", "bullet", "chineseCounting"};
        for (int list = 0; list < formats.length; list++) {
            lists.append("<w:abstractNum w:abstractNumId=\"").append(list).append("\">");
            for (int level = 0; level < 3; level++) {
                lists.append("<w:lvl w:ilvl=\"")
                        .append(level)
                        .append("\"><w:start w:val=\"1\"/><w:numFmt w:val=\"")
                        .append(formats[list])
                        .append("\"/><w:lvlText w:val=\"%")
                        .append(level + 1)
                        .append(list == 2 ? "、" : ".")
                        .append("\"/></w:lvl>");
            }
            lists.append("</w:abstractNum>");
        }
        for (int list = 0; list < formats.length; list++) {
            lists.append("<w:num w:numId=\"")
                    .append(list + 1)
                    .append("\"><w:abstractNumId w:val=\"")
                    .append(list)
                    .append("\"/></w:num>");
        }
        String header = making.words();
        Path file = new WordFile()
                .body(body + "<w:sectPr><w:headerReference r:id=\"header1\"/></w:sectPr>")
                .related("numbering", "numbering", lists.toString())
                .related("footnotes", "footnotes", making.notes.toString())
                .related("header", "header1", p(header))
                .outside("link", "hyperlink", "https://example.cn/")
                .write(folder.resolve("文稿.docx"));
        return new Made(file, making.words);
    }
}
