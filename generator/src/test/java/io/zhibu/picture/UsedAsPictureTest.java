package io.zhibu.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.output.Shelf;
import io.zhibu.parallel.Parallel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown as a picture is one, whatever it is called; what is offered to be fetched may be anything. */
class UsedAsPictureTest extends WithSmallSite {
    @ParameterizedTest
    @CsvSource({
        "a.heic, '\0\0\0\30ftypheic', 是 HEIC 照片，网页上显示不了, 用画图的软件打开，另存为 JPG 或 PNG",
        "a.HEIF, '\0\0\0\30ftypmif1', 是 HEIC 照片，网页上显示不了, 用画图的软件打开，另存为 JPG 或 PNG",
        "a.avif, '\0\0\0\30ftypavif', 是 AVIF 图片，网页上显示不了, 用画图的软件打开，另存为 JPG 或 PNG",
        "a.tif, 'II*\0', 是 TIFF 图片，网页上显示不了, 用画图的软件打开，另存为 JPG 或 PNG",
        "a.psd, 8BPS, 是 Photoshop 文件，网页上显示不了, 用画图的软件打开，另存为 JPG 或 PNG",
        "a.jpg, '\0\0\0\30ftypheic', 是 HEIC 照片，网页上显示不了, 用画图的软件打开，另存为 JPG 或 PNG",
        "a.docx, 'PK\3\4', 其实是 Office 文件或压缩包，不是图片, 换成图片；给人下载就去掉前面的“!”，写成链接",
        "a.pdf, %PDF-1.7, 其实是 PDF 文件，不是图片, 换成图片；给人下载就去掉前面的“!”，写成链接",
        "a.png, <html>, 其实是网页，不是图片, 换成图片；给人下载就去掉前面的“!”，写成链接",
        "a, 甲, 不是网页能显示的图片, 用画图的软件打开，另存为 JPG 或 PNG"
    })
    void whatIsNoneIsTold(String name, String begin, String what, String remedy) {
        assertThat(said(name, begin.getBytes(StandardCharsets.UTF_8), "![图](" + name + ")"))
                .containsExactly(
                        "content/method/a.md:10:1: 错误[picture-unknown] “" + name + "”" + what + "\n    建议：" + remedy);
    }

    @Test
    void aPictureOfAnotherNameIsToldItsOwn() {
        assertThat(said("图.jfif", Drawn.as("jpg", 60, 40), "![图](图.jfif)"))
                .containsExactly(
                        "content/method/a.md:10:1: 错误[picture-kind] “图.jfif”其实是 JPEG 图片，扩展名不对\n    建议：把文件改名为“图.jpg”，这里也照着改");
    }

    @Test
    void aFileToFetchIsNoPicture() {
        assertThat(said("a.docx", "PK\3\4".getBytes(StandardCharsets.UTF_8), "[附件](a.docx)"))
                .isEmpty();
    }

    private List<String> said(String name, byte[] bytes, String body) {
        Content content = site.file("content/method/" + name, bytes)
                .entry("method/a", "", body)
                .read()
                .value();
        return new Picturing(content.files(), new Parallel(2), Shelf.NONE)
                .pictures(content.pages()).diagnostics().stream()
                        .map(Diagnostic::toString)
                        .toList();
    }
}
