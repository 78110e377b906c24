package io.zhibu.docx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads parts that are XML, within what is left of the limits for the whole document. */
final class Xml {
    private final XMLInputFactory factory = factory();
    private long bytesLeft = Limits.XML;
    private int elementsLeft = Limits.ELEMENTS;

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Without DTD nothing expands, and what is unpacked is bounded already; Java's own bounds differ from one to
        // the next.
        for (String bound : List.of(
                "maxElementDepth", "entityExpansionLimit", "totalEntitySizeLimit", "maxGeneralEntitySizeLimit")) {
            factory.setProperty("jdk.xml." + bound, "0");
        }
        factory.setProperty("jdk.xml.elementAttributeLimit", "10000");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    /** Each child of the first element of this name that isn't inside another of them, one at a time. */
    void children(InputStream in, String parent, Consumer<Element> each) throws IOException {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new Bounded(in));
            boolean within = false;
            while (reader.hasNext()) {
                switch (next(reader)) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (within) {
                            each.accept(tree(reader));
                        } else {
                            within = name(reader).equals(parent);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (within) {
                            // The rest is read too: what is broken behind is told.
                            within = false;
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    /** The whole part. */
    Element tree(InputStream in) throws IOException {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new Bounded(in));
            while (next(reader) != XMLStreamConstants.START_ELEMENT) {
                // What stands before the root says nothing.
            }
            Element root = tree(reader);
            while (reader.hasNext()) {
                next(reader);
            }
            return root;
        } catch (XMLStreamException broken) {
            throw broken(broken);
        }
    }

    private static RuntimeException broken(XMLStreamException broken) throws IOException {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable;
            }
        }
        if (broken.getNestedException() instanceof IOException disk
                && !(disk instanceof java.util.zip.ZipException)
                && !(disk instanceof java.io.EOFException)) {
            throw disk;
        }
        return Unreadable.broken("里面的文字不完整");
    }

    private int next(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Unreadable(
                    "word-entity", "文件里声明了外部实体，会去取别处的东西，没有读", "Word 不会写出这样的文件，问清它的来历；文字要紧，就复制到新建的文档里，“另存为”.docx");
        }
        if (event == XMLStreamConstants.START_ELEMENT && --elementsLeft < 0) {
            throw Unreadable.swollen();
        }
        return event;
    }

    private Element tree(XMLStreamReader reader) throws XMLStreamException {
        Element root = element(reader);
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        int count = 0;
        while (!open.isEmpty()) {
            switch (next(reader)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > Limits.ELEMENTS_OF_A_BLOCK || open.size() >= Limits.DEPTH) {
                        throw Unreadable.swollen();
                    }
                    Element child = element(reader);
                    open.peek().add(child);
                    open.push(child);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.peek().add(reader.getText());
                default -> {}
            }
        }
        return root;
    }

    private static Element element(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return new Element(name(reader), Map.of());
        }
        Map<String, String> attributes = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            attributes.put(
                    Names.of(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return new Element(name(reader), attributes);
    }

    private static String name(XMLStreamReader reader) {
        return Names.of(reader.getNamespaceURI(), reader.getLocalName());
    }

    /** Stops where more comes out than any document holds, or one piece of it is longer than any. */
    private final class Bounded extends FilterInputStream {
        private int since;
        /** The bytes that end what began with {@code <!} or {@code <?}; in it no sign begins an element. */
        private int ending;

        private int last;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            for (int i = from; i < from + read; i++) {
                step(bytes[i] & 0xFF);
            }
            bytesLeft -= Math.max(0, read);
            if (bytesLeft < 0) {
                throw Unreadable.swollen();
            }
            return read;
        }

        private void step(int c) {
            if (c == 0) {
                throw Unreadable.broken("文字不是 UTF-8 编码");
            }
            last = last << 8 & 0xFFFFFF | c;
            if (ending != 0) {
                boolean ended = ending == ('?' << 8 | '>') ? (last & 0xFFFF) == ending : last == ending;
                ending = ended ? 0 : ending;
            } else if (last == ('<' << 16 | '!' << 8 | '-')) {
                ending = '-' << 16 | '-' << 8 | '>';
            } else if (last == ('<' << 16 | '!' << 8 | '[')) {
                ending = ']' << 16 | ']' << 8 | '>';
            } else if ((last & 0xFFFF) == ('<' << 8 | '?')) {
                ending = '?' << 8 | '>';
            }
            since = c == '<' && ending == 0 ? 0 : since + 1;
            if (since > Limits.TOKEN) {
                throw Unreadable.swollen();
            }
        }
    }
}
