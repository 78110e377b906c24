package io.zhibu.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.WithSmallSite;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.output.Shelf;
import io.zhibu.page.Page;
import io.zhibu.parallel.Parallel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturingTest extends WithSmallSite {
    /** A canvas of 300 by 200 with EXIF behind it; nobody decodes what is on it. */
    private static final byte[] WEBP = ("RIFF\54\0\0\0WEBPVP8X\12\0\0\0\10\0\0\0\53\1\0\307\0\0VP8L\2\0\0\0\57\0"
                    + "EXIF\3\0\0\0GPS\0")
            .getBytes(StandardCharsets.ISO_8859_1);

    private final List<String> kept = new ArrayList<>();
    private final Shelf shelf = (name, making) -> {
        kept.add(name.replaceFirst("^[0-9a-f]{64}", "#"));
        return making.get();
    };

    @ParameterizedTest
    @CsvSource({"jpg,1600", "png,1600", "jpg,1440", "jpg,1000", "png,480", "gif,1600"})
    void narrowerOnesAreMadeOfWhatIsWide(String format, int width) {
        Shown shown = shown("tu." + format, Drawn.as(format, width, width / 2));
        assertThat(shown.width()).isEqualTo(width);
        assertThat(shown.height()).isEqualTo(width / 2);
        List<Integer> narrower = format.equals("gif")
                ? List.of()
                : List.of(480, 960, 1440).stream().filter(one -> one < width).toList();
        assertThat(shown.narrower()).isEqualTo(narrower);
        assertThat(shown.offered()).isEqualTo(width <= 1440);
        for (int one : narrower) {
            byte[] made = shown.narrower(one).make().value();
            Pixels pixels = Coding.decoded(made, Kind.named("a." + format).orElseThrow());
            assertThat(List.of(pixels.width(), pixels.height())).isEqualTo(List.of(one, one / 2));
            assertThat(colours(pixels)).isEqualTo("red blue");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,900,300,red blue",
        "3,900,300,blue red",
        "6,300,900,red red",
        "8,300,900,blue blue",
        "2,900,300,blue red"
    })
    void aTelephonesPictureStandsUprightAndTellsNoPlace(int turn, int width, int height, String top) {
        Shown shown = shown("tu.jpg", Drawn.fromTelephone(900, 300, turn));
        assertThat(List.of(shown.width(), shown.height())).containsExactly(width, height);
        byte[] whole = shown.whole().make().value();
        assertThat(new String(whole, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif")
                .doesNotContain("114.27");
        Pixels pixels = Coding.decoded(whole, Kind.JPEG);
        assertThat(List.of(pixels.width(), pixels.height())).containsExactly(width, height);
        assertThat(colours(pixels)).isEqualTo(top);
        assertThat(kept).hasSize(turn == 1 ? 0 : 1);
    }

    @Test
    void aPngKeepsItsPixelsAndLosesItsTexts() {
        byte[] png = Drawn.as("png", 20, 10);
        byte[] text = "\0\0\0\11tEXtAuthor\0me".getBytes(StandardCharsets.ISO_8859_1);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(text, 4, text.length - 4);
        byte[] told = new byte[png.length + text.length + 4];
        System.arraycopy(png, 0, told, 0, 33);
        System.arraycopy(text, 0, told, 33, text.length);
        for (int i = 0; i < 4; i++) {
            told[33 + text.length + i] = (byte) (crc.getValue() >> 8 * (3 - i));
        }
        System.arraycopy(png, 33, told, 37 + text.length, png.length - 33);
        assertThat(shown("tu.png", told).whole().make().value()).isEqualTo(png);
    }

    @Test
    void aNarrowerOneIsKeptByWhatItIsMadeOf() {
        shown("tu.jpg", Drawn.as("jpg", 1000, 500)).narrower(960).make();
        assertThat(kept).containsExactly("#-960-1.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void aFileThatIsCutShortIsBroken(String format) {
        byte[] whole = Drawn.as(format, 60, 40);
        assertThat(said("tu." + format, Arrays.copyOf(whole, whole.length - 5)))
                .containsExactly("content/method/a.md:10:1: 错误[picture-broken] “tu." + format
                        + "”是坏的，或没有拷全\n    建议：从原处重新拷一遍，或用画图的软件重新导出");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "webp"})
    void noDamageIsMoreThanABrokenPicture(String format) {
        byte[] whole = format.equals("webp") ? WEBP : Drawn.as(format, 600, 40);
        Random random = new Random(11);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int j = 0; j < 4 && damaged.length > 0; j++) {
                damaged[random.nextInt(Math.min(damaged.length, 1 + random.nextInt(600)))] = (byte) random.nextInt();
            }
            Outcome<Pictures> pictures = pictures("tu." + format, damaged);
            Page page = site.read().value().pages().get(0);
            pictures.value().of(page, "tu." + format).ifPresent(shown -> {
                shown.whole().make();
                shown.narrower().forEach(width -> shown.narrower(width).make());
            });
            assertThat(pictures.diagnostics()).allMatch(one -> one.rule().startsWith("picture-"));
        }
    }

    @Test
    void aWebpTellsItsSizeAndLosesItsExif() {
        Shown shown = shown("tu.webp", WEBP);
        assertThat(List.of(shown.width(), shown.height())).containsExactly(300, 200);
        String whole = new String(shown.whole().make().value(), StandardCharsets.ISO_8859_1);
        assertThat(whole)
                .startsWith("RIFF")
                .contains("VP8X\12\0\0\0\0")
                .contains("VP8L")
                .doesNotContain("EXIF");
        assertThat(whole.charAt(4)).isEqualTo((char) (whole.length() - 8));
    }

    /** Empty, or its length a lie because the file ends there. */
    @ParameterizedTest
    @ValueSource(strings = {"VP8X\0\0\0\0", "VP8X\12\0\0\0", "VP8X\1\0\0\0\14\0"})
    void aSecondCanvasOfAWebpIsNoHarmHoweverShort(String second) {
        byte[] more = second.getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = Arrays.copyOf(WEBP, WEBP.length + more.length);
        System.arraycopy(more, 0, file, WEBP.length, more.length);
        file[4] = (byte) (file.length - 8);
        Shown shown = shown("tu.webp", file);
        assertThat(List.of(shown.width(), shown.height())).containsExactly(300, 200);
        assertThat(new String(shown.whole().make().value(), StandardCharsets.ISO_8859_1))
                .contains("VP8L", second.length() > 9 ? "VP8X\1\0\0\0\0" : second)
                .doesNotContain("EXIF");
    }

    @Test
    void anEndingThatLiesIsSaid() {
        assertThat(said("tu.png", Drawn.as("jpg", 60, 40)))
                .containsExactly(
                        "content/method/a.md:10:1: 错误[picture-kind] “tu.png”其实是 JPEG 图片，扩展名不对\n    建议：把文件改名为“tu.jpg”，这里也照着改");
    }

    @Test
    void aPictureThatIsTooLargeToShowIsSaid() {
        byte[] png = Drawn.as("png", 20, 10);
        // The head alone says how large it is.
        png[18] = 0x40;
        png[22] = 0x40;
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >> 8 * (3 - i));
        }
        assertThat(said("tu.png", png))
                .containsExactly(
                        "content/method/a.md:10:1: 错误[picture-huge] “tu.png”有 16404×16394 点，大到手机打不开\n    建议：缩到宽 3000 点以内");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path onclick='x()'/>",
                "<foreignObject/>",
                "<a href='javascript:x()'/>",
                "<image href='https://example.cn/a.png'/>",
                "<style>@import 'a.css';</style>",
                "<path style=\"fill:url('https://example.cn/a')\"/>",
                "<set attributeName='href' to='javascript:x()'/>",
                "<animate attributeName='href' values='#a;javascript:x()'/>",
                "<style>a{}<b/>a{fill:url(https://example.cn/a)}</style>",
                "<style>@\\69mport 'a.css';</style>",
                "<path style=\"fill:u\\72l('https://example.cn/a')\"/>",
                "<style>a{background:image-set('https://example.cn/a' 1x)}</style>"
            })
    void aDrawingThatDoesMoreThanDrawIsRefused(String inside) {
        assertThat(said("tu.svg", svg("viewBox='0 0 9 9'", inside)))
                .allMatch(line -> line.startsWith("content/method/tu.svg:1:") && line.contains("[picture-script]"))
                .isNotEmpty();
    }

    @Test
    void aDrawingMayNameItsKindAndDefineNothing() {
        String kind =
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'";
        String drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>";
        assertThat(said("tu.svg", (kind + ">" + drawing).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(said(
                        "tu.svg",
                        (kind + " [<!ATTLIST svg onload CDATA 'x()'>]>" + drawing).getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("[picture-script]");
    }

    @Test
    void aDrawingInAnotherEncodingIsBroken() {
        byte[] gbk = svg("viewBox='0 0 9 9'", "<text>\u00B5\u00B3</text>", StandardCharsets.ISO_8859_1);
        assertThat(said("tu.svg", gbk))
                .containsExactly(
                        "content/method/tu.svg:1:65: 错误[picture-broken] 这个 SVG 不是 UTF-8 编码\n    建议：用画图的软件重新导出");
        assertThat(said(
                        "tu.svg",
                        ("<?xml version='1.0' encoding='GBK'?>" + new String(gbk, StandardCharsets.ISO_8859_1))
                                .getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void aPngWhosePartsAreLongerThanAnyFileIsBroken() {
        byte[] png = Drawn.as("png", 20, 10);
        for (int length = -1; length >= -13; length--) {
            byte[] damaged = png.clone();
            Arrays.fill(damaged, 33, 36, (byte) 0xFF);
            damaged[36] = (byte) length;
            assertThat(said("tu.png", damaged)).singleElement().asString().contains("[picture-broken]");
        }
    }

    @ParameterizedTest
    @CsvSource({"viewBox='0 0 90 60',90,60", "width='30px' height='20' viewBox='0 0 9 9',30,20", "width='100%',0,0"})
    void aDrawingSaysHowLargeItIs(String head, int width, int height) {
        Shown shown =
                shown("tu.svg", svg(head, "<style>a{fill:url(#g)}</style><path fill='url(#g)'/><use href='#a'/>"));
        assertThat(List.of(shown.width(), shown.height())).containsExactly(width, height);
    }

    @Test
    void theProgramThatWroteMoreThanADrawingIsNamedWithItsSetting() {
        String head = "viewBox='0 0 9 9'";
        assertThat(said("tu.svg", svg(head + " content='&lt;mxfile>'", "<foreignObject/>")))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("建议：在 draw.io 里全选", "取消“格式化文本”和“自动换行”"));
        assertThat(said("tu.svg", svg(head, "<!-- Generator: Adobe Illustrator --><i:pgf xmlns:i='urn:x'/>")))
                .singleElement()
                .satisfies(one -> assertThat(one).endsWith("建议：在 Illustrator 里“存储为”SVG 时，取消“保留 Illustrator 编辑功能”"));
        assertThat(said("tu.svg", svg(head, "<foreignObject/>")))
                .singleElement()
                .satisfies(one -> assertThat(one).endsWith("建议：去掉它，或用画图的软件另存为普通 SVG、PNG"));
    }

    private static byte[] svg(String head, String inside) {
        return svg(head, inside, StandardCharsets.UTF_8);
    }

    private static byte[] svg(String head, String inside, Charset letters) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' " + head + ">" + inside + "</svg>").getBytes(letters);
    }

    /** At the left and the right end of the first row. */
    private static String colours(Pixels pixels) {
        return colour(pixels.argb()[2]) + " " + colour(pixels.argb()[pixels.width() - 3]);
    }

    private static String colour(int pixel) {
        return (pixel >> 16 & 255) > (pixel & 255) ? "red" : "blue";
    }

    private Shown shown(String name, byte[] bytes) {
        Outcome<Pictures> pictures = pictures(name, bytes);
        assertThat(pictures.diagnostics()).isEmpty();
        Page page = site.read().value().pages().get(0);
        return pictures.value().of(page, name).orElseThrow();
    }

    private List<String> said(String name, byte[] bytes) {
        return pictures(name, bytes).diagnostics().stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private Outcome<Pictures> pictures(String name, byte[] bytes) {
        Content content = site.file("content/method/" + name, bytes)
                .entry("method/a", "", "![图](" + name + ")")
                .read()
                .value();
        return new Picturing(content.files(), new Parallel(2), shelf).pictures(content.pages());
    }
}
