package io.zhibu.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The archive that a document is, opened after a look that it is one. */
final class Container implements AutoCloseable {
    private static final int TAIL = 22 + 0xFFFF;
    private static final String END = "PK\5\6";
    private static final String SAVE = "在 Word 或 WPS 里打开，“另存为”时类型选“Word 文档（*.docx）”，再导入";

    private final ZipFile zip;

    private Container(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws Unreadable if it is no document that can be read */
    static Container open(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new Unreadable("word-empty", "文件是空的（0 字节）", "从原处重新拷一遍");
        }
        byte[] head = head(file);
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        if (!begin.startsWith("PK\3\4")) {
            throw otherwise(file, begin);
        }
        if (size > Limits.FILE) {
            throw new Unreadable(
                    "word-large",
                    "文件有 " + (size >> 20) + " MB，超过 " + (Limits.FILE >> 20) + " MB，不读",
                    "在 Word 里点“图片格式→压缩图片”再存，或分成几个文件");
        }
        directory(file, size);
        try {
            Container container = new Container(new ZipFile(file.toFile(), ZipFile.OPEN_READ));
            try {
                container.look();
                return container;
            } catch (Unreadable unreadable) {
                container.close();
                throw unreadable;
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw Unreadable.broken("压缩包读不出来");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4096);
        }
    }

    /** What the JDK would read into memory at once is looked at first. */
    private static void directory(Path file, long size) throws IOException {
        byte[] tail = new byte[(int) Math.min(size, TAIL)];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(size - tail.length);
            in.readFully(tail);
        }
        String text = new String(tail, StandardCharsets.ISO_8859_1);
        boolean found = false;
        for (int at = text.lastIndexOf(END); at >= 0; at = at == 0 ? -1 : text.lastIndexOf(END, at - 1)) {
            if (at + 22 > tail.length) {
                continue;
            }
            found = true;
            long entries = number(tail, at + 10, 2);
            long length = number(tail, at + 12, 4);
            if (entries > Limits.ENTRIES || length > Limits.DIRECTORY || number(tail, at + 16, 4) == 0xFFFFFFFFL) {
                throw new Unreadable(
                        "word-bomb",
                        "压缩包里有 " + entries + " 个以上的文件，不像一篇文稿，没有读",
                        "问清这个文件的来历；确是文稿，就把文字复制到新建的文档里，“另存为”.docx");
            }
        }
        if (!found) {
            throw Unreadable.broken("后半截不见了");
        }
    }

    private static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }

    /** What a file is that is no archive, and how it becomes a document. */
    private static Unreadable otherwise(Path file, String begin) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (begin.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            if (holds(file, "EncryptedPackage")) {
                return new Unreadable(
                        "word-encrypted", "文件加了密码，读不了", "在 Word 里打开，“文件→信息→保护文档→用密码进行加密”，清空密码再存；WPS 里是“文件→文档加密→密码加密”");
            }
            String what = name.endsWith(".wps") ? "WPS 的老格式（.wps）" : "Word 的老格式（.doc）";
            return new Unreadable("word-format", "这是 " + what + "，读不了", SAVE);
        }
        if (begin.startsWith("{\\rtf")) {
            return new Unreadable("word-format", "这是 RTF 文件，不是 .docx", SAVE);
        }
        if (begin.startsWith("%PDF")) {
            return new Unreadable(
                    "word-format", "这是 PDF 文件，不是 .docx", "导入要用生成它的那个 Word 文件；只有 PDF 的，先在 WPS 或 Word 里转成 .docx");
        }
        if (begin.regionMatches(true, 0, "MIME-Version", 0, 12)
                || begin.toLowerCase(Locale.ROOT).contains("<html")) {
            return new Unreadable("word-format", "这是网页，只是取了 Word 文件的名字", SAVE);
        }
        if (name.matches(".*\\.(doc|wps|wpt|dot|rtf|odt|pages)")) {
            String ending = name.substring(name.lastIndexOf('.'));
            return new Unreadable("word-format", "不收 " + ending + " 文件", SAVE);
        }
        boolean blank = begin.chars().allMatch(c -> c == 0);
        return blank
                ? Unreadable.broken("里面全是零")
                : new Unreadable("word-format", "这不是 Word 文件（.docx）", "改扩展名不能改变它是什么：" + SAVE);
    }

    /** In the letters of the old format, of two bytes each. */
    private static boolean holds(Path file, String name) throws IOException {
        String wide = new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        try (InputStream in = Files.newInputStream(file)) {
            String last = "";
            for (int read = 0; read < Limits.FILE; read += 1 << 16) {
                byte[] bytes = in.readNBytes(1 << 16);
                String text = last + new String(bytes, StandardCharsets.ISO_8859_1);
                if (bytes.length == 0 || text.contains(wide)) {
                    return bytes.length > 0;
                }
                last = text.substring(Math.max(0, text.length() - wide.length()));
            }
            return false;
        }
    }

    private void look() {
        Set<String> names = new HashSet<>();
        zip.stream().forEach(entry -> {
            String name = entry.getName();
            boolean outside = name.startsWith("/")
                    || name.contains("\\")
                    || name.contains(":")
                    || name.indexOf('\0') >= 0
                    || ("/" + name + "/").contains("/../");
            if (outside) {
                throw new Unreadable(
                        "word-path", "压缩包里有一个文件要写到别处去，没有读", "Word 不会写出这样的文件，问清它的来历；文字要紧，就复制到新建的文档里，“另存为”.docx");
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw Unreadable.broken("压缩包里有两个同名的文件");
            }
        });
        if (!names.contains("[content_types].xml")) {
            boolean open = names.contains("content.xml") && names.contains("mimetype");
            throw new Unreadable(
                    "word-format", open ? "这是 ODT 文件，不是 .docx" : "这是压缩包，不是 Word 文件", open ? SAVE : "先解压，导入里面的 .docx");
        }
        for (String[] other : new String[][] {{"xl/", "Excel 表格"}, {"ppt/", "演示文稿"}, {"visio/", "Visio 图"}}) {
            if (names.stream().anyMatch(name -> name.startsWith(other[0]))
                    && names.stream().noneMatch(name -> name.startsWith("word/"))) {
                throw new Unreadable("word-format", "这其实是 " + other[1] + "，不是 Word 文件", "把文字放进 Word，“另存为”.docx，再导入");
            }
        }
    }

    /** Whether there is a part of this name. */
    boolean has(String name) {
        return entry(name).isPresent();
    }

    /** The part's bytes, unpacked as they are asked for; nothing if there is no such part. */
    Optional<InputStream> open(String name) throws IOException {
        Optional<ZipEntry> entry = entry(name);
        return entry.isEmpty() ? Optional.empty() : Optional.of(zip.getInputStream(entry.get()));
    }

    private Optional<ZipEntry> entry(String name) {
        return Optional.ofNullable(zip.getEntry(name)).filter(entry -> !entry.isDirectory());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
