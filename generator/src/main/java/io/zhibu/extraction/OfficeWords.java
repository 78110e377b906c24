package io.zhibu.extraction;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of a Word, Excel or PowerPoint file: text, notes, comments, what a tracked change deleted, headers and properties. */
final class OfficeWords {
    private static final Pattern READ = Pattern.compile(
            "word/(?:document|comments|footnotes|endnotes|header\\d*|footer\\d*)\\.xml"
                    + "|xl/(?:sharedStrings|comments\\d*|worksheets/sheet\\d+|threadedComments/[^/]+)\\.xml"
                    + "|ppt/(?:slides/slide\\d+|notesSlides/notesSlide\\d+|comments/[^/]+)\\.xml|docProps/(?:core|app|custom)\\.xml");
    /** What an entry may unpack to, and all that is kept. */
    private static final long MOST_BYTES = 32L << 20;

    private static final int MOST_WORDS = 4 << 20;
    private static final int MOST_ENTRIES = 2000;
    private static final List<String> PARTS = List.of("p", "tr", "row", "si", "comment", "cm");

    private final StringBuilder words = new StringBuilder();
    private boolean whole = true;

    private OfficeWords() {}

    static Words of(Path file) throws IOException {
        OfficeWords reading = new OfficeWords();
        try (ZipFile zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ, StandardCharsets.ISO_8859_1)) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> READ.matcher(entry.getName()).matches())
                    .limit(MOST_ENTRIES)
                    .toList();
            for (ZipEntry entry : entries) {
                reading.entry(zip, entry);
            }
        } catch (ZipException | IllegalArgumentException broken) {
            return new Words(reading.words.toString(), false);
        }
        return new Words(reading.words.toString(), reading.whole);
    }

    private void entry(ZipFile zip, ZipEntry entry) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        boolean sheet = entry.getName().startsWith("xl/worksheets/");
        boolean properties = entry.getName().startsWith("docProps/");
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            read(xml, sheet, properties);
            xml.close();
        } catch (XMLStreamException | ZipException broken) {
            whole = false;
        }
        words.append('\n');
    }

    private void read(XMLStreamReader xml, boolean sheet, boolean properties) throws XMLStreamException {
        int shown = 0;
        boolean number = false;
        while (xml.hasNext()) {
            if (words.length() > MOST_WORDS) {
                whole = false;
                return;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (sheet && name.equals("c")) {
                    // Of a text that others share only its number stands here.
                    number = !"s".equals(xml.getAttributeValue(null, "t"));
                }
                shown += isShown(name, sheet && number, properties) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                String name = xml.getLocalName();
                shown -= isShown(name, sheet && number, properties) ? 1 : 0;
                if (PARTS.contains(name) || properties && shown == 0) {
                    words.append('\n');
                } else if (name.equals("c") || name.equals("tc") || name.equals("tab") || name.equals("br")) {
                    words.append(' ');
                }
            } else if (event == XMLStreamConstants.CHARACTERS && shown > 0) {
                words.append(xml.getText());
            }
        }
    }

    private static boolean isShown(String name, boolean number, boolean properties) {
        return properties
                ? List.of("title", "subject", "description", "keywords", "category", "lpwstr")
                        .contains(name)
                : name.equals("t") || name.equals("delText") || name.equals("text") || number && name.equals("v");
    }

    /** Ends where an entry unpacks to more than anybody wrote. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = left > 0 ? super.read() : -1;
            left -= one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int count = left > 0 ? super.read(to, from, (int) Math.min(length, left)) : -1;
            left -= Math.max(0, count);
            return count;
        }
    }
}
