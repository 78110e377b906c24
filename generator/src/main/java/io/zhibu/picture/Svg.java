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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a drawing: its size, and whether it only draws. A reader who opens it by its address runs what stands in it. */
final class Svg {
    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]*\\.?[0-9]+)(px)?\\s*");
    private static final Pattern ENCODED =
            Pattern.compile("(?is).{0,3}<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-?8[\"']).*");
    private static final Pattern DEFINING = Pattern.compile("(?s).*\\[.*<!.*");

    private final Where file;
    private final Diagnostics diagnostics;
    private double width;
    private double height;
    private boolean begun;
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder style = new StringBuilder();
    private SvgMaker maker = SvgMaker.OTHER;
    private boolean styled;
    /** Elements that are open since one began that is left out, it included. */
    private int leftOut;
    /** Whether the last thing kept is the head of an element, without its end. */
    private boolean headOpen;

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

    /** The same drawing without comments and what programs note in it, in UTF-8; empty where it isn't whole. */
    static byte[] bare(byte[] bytes) {
        Svg svg = new Svg(Where.inFile(""), new Diagnostics());
        try {
            svg.read(bytes);
        } catch (XMLStreamException broken) {
            throw new BrokenPicture();
        }
        return svg.kept.append('\n').toString().getBytes(StandardCharsets.UTF_8);
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
        maker = SvgMaker.of(bytes);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (xml.hasNext()) {
            event(xml.next(), xml);
        }
    }

    private void event(int event, XMLStreamReader xml) {
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            refuse(xml, "<?" + xml.getPITarget() + "?>");
        } else if (event == XMLStreamConstants.DTD
                && DEFINING.matcher(xml.getText()).matches()) {
            // It may give elements attributes that stand nowhere else.
            refuse(xml, "<!DOCTYPE … [ ]>");
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            refuse(xml, "&" + xml.getLocalName() + ";");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            begin(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            end(xml);
        } else if (begun && leftOut == 0 && xml.isCharacters()) {
            text(xml.getText());
        }
    }

    private void begin(XMLStreamReader xml) {
        String name = xml.getLocalName();
        String space = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        boolean root = !begun;
        begun = true;
        if (leftOut > 0 || SvgRules.isNote(space) || space.equals(SvgRules.SVG) && name.equals("metadata")) {
            leftOut++;
        } else if (!space.equals(SvgRules.SVG) || !SvgRules.draws(name) || styled || root && !name.equals("svg")) {
            String prefix = xml.getPrefix() == null || xml.getPrefix().isEmpty() ? "" : xml.getPrefix() + ":";
            refuse(xml, "<" + prefix + name + ">");
            leftOut++;
        } else {
            closeHead();
            kept.append('<').append(name).append(root ? " xmlns=\"" + SvgRules.SVG + "\"" : "");
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attribute(xml, name, i);
            }
            headOpen = true;
            styled = name.equals("style");
            style.setLength(0);
        }
        if (root) {
            measure(xml);
        }
    }

    private void end(XMLStreamReader xml) {
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        if (styled && SvgRules.asks("style", style.toString())) {
            refuse(xml, "样式里的 url() 或 @import");
        } else if (styled && style.length() > 0) {
            closeHead();
            kept.append(escaped(style.toString()));
        }
        styled = false;
        kept.append(headOpen ? "/>" : "</" + xml.getLocalName() + ">");
        headOpen = false;
    }

    private void text(String text) {
        if (styled) {
            style.append(text);
        } else {
            closeHead();
            kept.append(escaped(text));
        }
    }

    private void closeHead() {
        kept.append(headOpen ? ">" : "");
        headOpen = false;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    private void attribute(XMLStreamReader xml, String element, int i) {
        String space = xml.getAttributeNamespace(i) == null ? "" : xml.getAttributeNamespace(i);
        String name = xml.getAttributeLocalName(i);
        String value = xml.getAttributeValue(i);
        boolean plain = space.isEmpty();
        boolean address = name.equals("href") && (plain || space.equals(SvgRules.XLINK));
        if (name.toLowerCase(Locale.ROOT).startsWith("on") && plain
                || address && !SvgRules.staysInside(element, value)
                || plain && SvgRules.isKnown(name) && SvgRules.asks(name, value)) {
            refuse(xml, name);
        } else if (address && !plain) {
            keep("xmlns:xlink", SvgRules.XLINK);
            keep("xlink:href", value);
        } else if (address || plain && SvgRules.isKnown(name)) {
            keep(name, value);
        } else if (space.equals(XMLConstants.XML_NS_URI) && (name.equals("space") || name.equals("lang"))) {
            keep("xml:" + name, value);
        }
    }

    private void keep(String name, String value) {
        String written =
                escaped(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
        kept.append(' ').append(name).append("=\"").append(written).append('"');
    }

    private void refuse(XMLStreamReader xml, String what) {
        Location at = xml.getLocation();
        diagnostics.error(
                file.at(at.getLineNumber(), Math.max(1, at.getColumnNumber())),
                "picture-script",
                "SVG 里有“" + what + "”，会运行程序或取别处的东西",
                maker.remedy());
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
