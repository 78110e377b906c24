package io.zhibu.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsTest {
    @TempDir
    private Path folder;

    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static Words of(Path file) throws IOException {
        String name = file.toString();
        return Words.of(file, name.substring(name.lastIndexOf('.') + 1)).orElseThrow();
    }

    @Test
    void aDocumentsTextCommentsDeletionsNotesAndTitle() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(
                "word/document.xml",
                "<w:document xmlns:w='w'><w:p><w:r><w:t>1380</w:t></w:r><w:r><w:t>0000000</w:t></w:r></w:p>"
                        + "<w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del></w:p></w:document>");
        entries.put(
                "word/comments.xml",
                "<w:comments xmlns:w='w'><w:comment><w:p><w:t>批注</w:t></w:p></w:comment></w:comments>");
        entries.put("word/header1.xml", "<w:hdr xmlns:w='w'><w:p><w:t>页眉</w:t></w:p></w:hdr>");
        entries.put("word/styles.xml", "<w:styles xmlns:w='w'><w:t>样式</w:t></w:styles>");
        entries.put("docProps/core.xml", "<c xmlns:d='d'><d:title>标题</d:title><d:creator>某人</d:creator></c>");

        Words words = of(zip("a.docx", entries));

        assertThat(words.whole()).isTrue();
        assertThat(words.text())
                .contains("13800000000\n", "删去的", "批注", "页眉", "标题")
                .doesNotContain("样式", "某人");
    }

    @Test
    void aTablesNumbersAndTexts() throws IOException {
        Words words = of(zip(
                "a.xlsx",
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        "<x><row><c><v>13800000000</v></c><c t='s'><v>7</v></c><c t='inlineStr'><is><t>行内</t></is></c></row></x>",
                        "xl/sharedStrings.xml",
                        "<x><si><t>共用</t></si></x>")));

        assertThat(words.text()).contains("13800000000 ", "行内", "共用").doesNotContain("7");
    }

    @Test
    void aShowsSlidesAndNotes() throws IOException {
        Words words = of(zip(
                "a.pptx",
                Map.of(
                        "ppt/slides/slide1.xml", "<p xmlns:a='a'><a:p><a:t>一页</a:t></a:p></p>",
                        "ppt/notesSlides/notesSlide1.xml", "<p xmlns:a='a'><a:p><a:t>备注</a:t></a:p></p>")));
        assertThat(words.text()).contains("一页", "备注");
    }

    @Test
    void whatIsBrokenOrOutsideIsNeverFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "外面的");
        Words outside = of(zip(
                "b.docx",
                Map.of(
                        "word/document.xml",
                        "<!DOCTYPE d [<!ENTITY e SYSTEM '" + secret.toUri()
                                + "'>]><w:d xmlns:w='w'><w:t>里面&e;</w:t></w:d>")));
        assertThat(outside.text()).doesNotContain("外面的");
        Path broken = folder.resolve("c.docx");
        Files.writeString(broken, "PK\3\4 坏的");
        assertThat(of(broken).whole()).isFalse();
        assertThat(of(zip("d.docx", Map.of("word/document.xml", "<w:d xmlns:w='w'><w:t>没完")))
                        .whole())
                .isFalse();
    }

    @Test
    void whatUnpacksWithoutEndIsReadInPart() throws IOException {
        String filler = "<w:t>" + "长".repeat(1 << 16) + "</w:t>";
        Words words =
                of(zip("e.docx", Map.of("word/document.xml", "<w:d xmlns:w='w'>" + filler.repeat(200) + "</w:d>")));
        assertThat(words.whole()).isFalse();
        assertThat(words.text().length()).isLessThan(5 << 20);
    }

    @Test
    void plainTextsInEitherEncoding() throws IOException {
        assertThat(of(Files.write(folder.resolve("a.txt"), "名单".getBytes("GBK")))
                        .text())
                .isEqualTo("名单");
        assertThat(of(Files.writeString(folder.resolve("a.csv"), "甲,乙")).text()).isEqualTo("甲,乙");
        assertThat(Words.of(folder.resolve("a.csv"), "mp3")).isEmpty();
    }
}
