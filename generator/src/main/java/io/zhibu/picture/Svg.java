package io.zhibu.picture;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a drawing: its size, and whether it only draws. A reader who opens it by its address runs what stands in it. */
final class Svg {
    private static final Set<String> REFUSED = Set.of("script", "foreignobject", "iframe", "handler", "listener");
    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]*\\.?[0-9]+)(px)?\\s*");
    private static final Pattern ASKING =
            Pattern.compile("(?is).*(url\\(\\s*+[\"']?+(?!\\s*[#\"'])(?!data:)|image-set\\(|@import).*");
    /** A way to write a letter of a style so that nobody sees it. */
    private static final Pattern HIDDEN = Pattern.compile("(?is).*\\\\[0-9a-f].*");

    private static final Pattern ENCODED =
            Pattern.compile("(?is).{0,3}<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-?8[\"']).*");
    private static final Pattern DEFINING = Pattern.compile("(?s).*\\[.*<!.*");

    private final Where file;
    private final Diagnostics diagnostics;
    private double width;
    private double height;
    private boolean begun;
    /** Elements that are open since a style began, it included. */
    private int styled;

    private Svg(Where file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** Width and height in whole pixels; 0 if it doesn't say. */
    static int[] size(byte[] bytes, Where file, Diagnostics diagnostics) {
        Svg svg = new Svg(file, diagnostics);
        try {
            if (svg.isLegible(bytes)) {
                svg.read(bytes);
            }
        } catch (XMLStreamException broken) {
            Location at = broken.getLocation();
            svg.broken(
                    at == null ? file : file.at(Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber())),
                    "这个 SVG 不是完整的 XML");
        }
        return new int[] {(int) Math.round(svg.width), (int) Math.round(svg.height)};
    }

    /** Letters that aren't UTF-8, where no other encoding is named: no browser shows the file, and the JDK's reader has no words for it. */
    private boolean isLegible(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult read = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        if (!read.isError() || ENCODED.matcher(head).matches()) {
            return true;
        }
        String before = text.flip().toString();
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        broken(file.at(line, before.length() - before.lastIndexOf('\n')), "这个 SVG 不是 UTF-8 编码");
        return false;
    }

    private void broken(Where at, String what) {
        diagnostics.error(at, "picture-broken", what, "用画图的软件重新导出");
    }

    private void read(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (xml.hasNext()) {
            event(xml.next(), xml);
        }
    }

    private void event(int event, XMLStreamReader xml) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            styled += styled > 0 || xml.getLocalName().equalsIgnoreCase("style") ? 1 : 0;
            element(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            styled -= styled > 0 ? 1 : 0;
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            refuse(xml, "<?" + xml.getPITarget() + "?>");
        } else if (event == XMLStreamConstants.DTD
                && DEFINING.matcher(xml.getText()).matches()) {
            // It may give elements attributes that stand nowhere else.
            refuse(xml, "<!DOCTYPE … [ ]>");
        } else if (styled > 0 && xml.isCharacters() && asks(xml.getText())) {
            refuse(xml, "样式里的 url() 或 @import");
        }
    }

    private static boolean asks(String style) {
        return ASKING.matcher(style).matches() || HIDDEN.matcher(style).matches();
    }

    private void element(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (REFUSED.contains(name.toLowerCase(Locale.ROOT))) {
            refuse(xml, "<" + name + ">");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml, xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT), xml.getAttributeValue(i));
        }
        if (!begun) {
            begun = true;
            measure(xml);
        }
    }

    private void attribute(XMLStreamReader xml, String name, String value) {
        String lead = value.strip().toLowerCase(Locale.ROOT);
        boolean asks =
                name.equals("href") && !lead.isEmpty() && !lead.startsWith("#") && !lead.startsWith("data:image/");
        // Animations could set an address later.
        boolean runs = name.startsWith("on") || lead.contains("javascript:");
        if (asks || runs || ASKING.matcher(value).matches() || name.equals("style") && asks(value)) {
            refuse(xml, name);
        }
    }

    private void refuse(XMLStreamReader xml, String what) {
        Location at = xml.getLocation();
        diagnostics.error(
                file.at(at.getLineNumber(), Math.max(1, at.getColumnNumber())),
                "picture-script",
                "SVG 里有“" + what + "”，会运行程序或取别处的东西",
                "去掉它，或用画图的软件另存为普通 SVG、PNG");
    }

    private void measure(XMLStreamReader xml) {
        Optional<Double> wide = length(xml.getAttributeValue(null, "width"));
        Optional<Double> high = length(xml.getAttributeValue(null, "height"));
        String box = xml.getAttributeValue(null, "viewBox");
        String[] numbers = box == null ? new String[0] : box.strip().split("[\\s,]+");
        if (wide.isPresent() && high.isPresent()) {
            width = wide.get();
            height = high.get();
        } else if (numbers.length == 4) {
            width = length(numbers[2]).orElse(0.0);
            height = length(numbers[3]).orElse(0.0);
        }
    }

    private static Optional<Double> length(String text) {
        Matcher match = LENGTH.matcher(text == null ? "" : text);
        return match.matches() ? Optional.of(Double.valueOf(match.group(1))) : Optional.empty();
    }
}
