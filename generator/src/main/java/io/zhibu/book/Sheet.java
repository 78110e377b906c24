package io.zhibu.book;

import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The text that is going to be printed, as a document that grows at its end. Used by one thread. */
final class Sheet {
    private final Document document;
    private final boolean breaksAnywhere;

    Sheet() {
        this("html", true);
    }

    /**
     * @param root tag of what holds all else
     * @param breaksAnywhere whether who sets the lines breaks them at the edge of any element
     */
    Sheet(String root, boolean breaksAnywhere) {
        this.breaksAnywhere = breaksAnywhere;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException broken) {
            throw new IllegalStateException("the JDK makes no documents", broken);
        }
        document.appendChild(document.createElement(root));
    }

    Document document() {
        return document;
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** @param kind how the style names it; empty for nothing */
    Element add(Element parent, String tag, String kind) {
        Element element = document.createElement(tag);
        if (!kind.isEmpty()) {
            element.setAttribute("class", kind);
        }
        parent.appendChild(element);
        return element;
    }

    Element add(Element parent, String tag, String kind, String text) {
        Element element = add(parent, tag, kind);
        text(element, text);
        return element;
    }

    /** @param kind of image as MIME names it */
    void picture(Element parent, String kind, byte[] bytes) {
        add(parent, "img", "")
                .setAttribute(
                        "src",
                        "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(bytes));
    }

    /** A sign that may not begin a line goes into the element before it: at the edge of an element any line may be broken. */
    void text(Element parent, String text) {
        int first = 0;
        if (breaksAnywhere && parent.getLastChild() instanceof Element last && isInline(last)) {
            while (first < text.length() && Kinsoku.NOT_FIRST.indexOf(text.charAt(first)) >= 0) {
                first++;
            }
            if (first > 0) {
                text(last, text.substring(0, first));
            }
        }
        if (first < text.length()) {
            parent.appendChild(document.createTextNode(text.substring(first)));
        }
    }

    /** A small mark that stays on the line of what it is set to: the last character before it goes with it. */
    Element mark(Element parent) {
        int from = 0;
        String before = "";
        Node last = parent.getLastChild();
        if (last instanceof Text text && !text.getData().isEmpty()) {
            before = text.getData();
            from = before.length() - 1;
            while (from > 0 && !Kinsoku.isBreak(before.charAt(from - 1), before.charAt(from))) {
                from--;
            }
            text.setData(before.substring(0, from));
        }
        Element kept =
                last instanceof Element span && span.getAttribute("class").equals("kept")
                        ? span
                        : add(parent, "span", "kept");
        if (from < before.length()) {
            kept.appendChild(document.createTextNode(before.substring(from)));
        }
        return add(kept, "sup", "");
    }

    private static boolean isInline(Element element) {
        return element.getTagName().matches("b|em|s|a|code|span");
    }
}
