package io.zhibu.solr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the engine answers, in the form of its answers that the JDK can read: values, some with names, inside each other. */
record Reply(Element element) {
    static Reply read(byte[] xml) throws Fault {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Reply(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
        } catch (SAXException foreign) {
            throw new Fault("那里答复的不是 Solr 的 XML", "看网址对不对，一般以 /solr 结尾；中间有代理的，看它改没改答复");
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("the JDK reads XML", impossible);
        }
    }

    /** The value of this name right inside. */
    Optional<Reply> at(String name) {
        return all().stream()
                .filter(one -> one.element.getAttribute("name").equals(name))
                .findFirst();
    }

    /** Inside one after the other. */
    Optional<Reply> at(String first, String... others) {
        Optional<Reply> there = at(first);
        for (String name : others) {
            there = there.flatMap(one -> one.at(name));
        }
        return there;
    }

    /** All values right inside. */
    List<Reply> all() {
        List<Reply> all = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                all.add(new Reply(inside));
            }
        }
        return all;
    }

    String text() {
        return element.getTextContent();
    }

    /** The text of the value of this name; empty if there is none. */
    String text(String name) {
        return at(name).map(Reply::text).orElse("");
    }

    /** Of a list of documents: how many there are, listed or not. */
    long found() {
        return Long.parseLong(element.getAttribute("numFound"));
    }
}
