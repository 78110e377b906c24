package io.zhibu.book;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.picture.Pictures;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A collection as an EPUB 3: a title page, contents, and a file for each entry, written as its chapter in the printed book. */
final class Ebook {
    private static final String PREFACE = "preface";
    private static final String DATA = "data:image/";

    private final Catalogue catalogue;
    private final Settings settings;
    private final Page collection;
    private final TitlePage title;
    private final LocalDate today;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    /** Their names in the book, by what the text holds instead: the same picture is there once. */
    private final Map<String, String> pictures = new LinkedHashMap<>();

    Ebook(Catalogue catalogue, Settings settings, Page collection, List<Page> chapters, LocalDate today) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.collection = collection;
        this.title = new TitlePage(settings.title(), collection, chapters, today);
        this.today = today;
    }

    /** @param beside pictures that lie beside entries */
    byte[] write(Pictures beside, Diagnostics diagnostics) {
        Map<String, String> anchors = new LinkedHashMap<>();
        for (Page page : title.chapters()) {
            anchors.put(page.where().file(), "c" + (anchors.size() + 1));
        }
        Passage.Places places = new Passage.Places(anchors, beside);
        cover();
        chapter(collection, PREFACE)
                .writeAsPreface(body(PREFACE, Manuscript.PREFACE_TITLE), Manuscript.PREFACE_TITLE, places, diagnostics);
        for (Page page : title.chapters()) {
            String anchor = anchors.get(page.where().file());
            chapter(page, anchor).write(body(anchor, page.title()), places, diagnostics);
        }
        sheets.values().forEach(sheet -> fit(sheet.root()));
        return packed(contents());
    }

    private void cover() {
        Element body = body("title", collection.title());
        Sheet sheet = sheets.get("title");
        title.cover(sheet, sheet.add(body, "div", "cover"));
        title.imprint(sheet, sheet.add(body, "div", "imprint"));
    }

    /** Without an address: a telephone that shows the code can't photograph it. */
    private Chapter chapter(Page page, String anchor) {
        return new Chapter(sheets.computeIfAbsent(anchor, any -> file()), catalogue, page, anchor, settings.host());
    }

    /** The body of a new file. */
    private Element body(String name, String heading) {
        return begun(sheets.computeIfAbsent(name, any -> file()), heading);
    }

    private static Sheet file() {
        return new Sheet("html", false);
    }

    private static Element begun(Sheet sheet, String heading) {
        sheet.root().setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        sheet.root().setAttribute("xmlns:epub", "http://www.idpf.org/2007/ops");
        sheet.root().setAttribute("lang", "zh-CN");
        sheet.root().setAttribute("xml:lang", "zh-CN");
        Element head = sheet.add(sheet.root(), "head", "");
        sheet.add(head, "title", "", heading);
        Element style = sheet.add(head, "link", "");
        style.setAttribute("rel", "stylesheet");
        style.setAttribute("href", "ebook.css");
        return sheet.add(sheet.root(), "body", "");
    }

    /** What is there for paper alone goes; links lead to files, pictures become files and tell what they show. */
    private void fit(Element element) {
        String kind = " " + element.getAttribute("class") + " ";
        if (kind.contains(" running-chapter ") || kind.contains(" code ")) {
            element.getParentNode().removeChild(element);
            return;
        }
        String target = element.getAttribute("href");
        if (target.startsWith("#")) {
            String name = target.substring(1).replaceFirst("-.*", "");
            element.setAttribute("href", name + ".xhtml" + (target.contains("-") ? target : ""));
        }
        if (element.getTagName().equals("img")) {
            picture(element);
        }
        for (Element child : children(element)) {
            fit(child);
        }
    }

    private void picture(Element image) {
        String data = image.getAttribute("src");
        image.setAttribute("src", pictures.computeIfAbsent(data, this::named));
        image.setAttribute("alt", "");
        for (Element beside : children((Element) image.getParentNode())) {
            if (beside.getAttribute("class").equals("unsaid")) {
                image.setAttribute("alt", beside.getTextContent());
                beside.getParentNode().removeChild(beside);
            }
        }
    }

    private String named(String data) {
        return "p" + (pictures.size() + 1) + "." + data.substring(DATA.length(), data.indexOf(';'));
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private Sheet contents() {
        Sheet sheet = file();
        Element nav = sheet.add(begun(sheet, "目录"), "nav", "");
        nav.setAttribute("epub:type", "toc");
        sheet.add(nav, "h1", "", "目录");
        Element list = sheet.add(nav, "ol", "");
        entry(sheet, list, PREFACE).setTextContent(Manuscript.PREFACE_TITLE);
        int n = 0;
        for (Page page : title.chapters()) {
            TitlePage.named(sheet, entry(sheet, list, "c" + ++n), page);
        }
        return sheet;
    }

    private static Element entry(Sheet sheet, Element list, String name) {
        Element link = sheet.add(sheet.add(list, "li", ""), "a", "");
        link.setAttribute("href", name + ".xhtml");
        return link;
    }

    private byte[] packed(Sheet contents) {
        EpubFile file = new EpubFile();
        file.add("META-INF/container.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                  <rootfiles>
                    <rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/>
                  </rootfiles>
                </container>
                """.getBytes(StandardCharsets.UTF_8));
        file.add("book/book.opf", EpubFile.xml(declared().document()));
        file.add("book/ebook.css", Manuscript.resource("ebook.css").getBytes(StandardCharsets.UTF_8));
        file.add("book/contents.xhtml", EpubFile.xhtml(contents.document()));
        sheets.forEach((name, sheet) -> file.add("book/" + name + ".xhtml", EpubFile.xhtml(sheet.document())));
        pictures.forEach((data, name) ->
                file.add("book/" + name, Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1))));
        return file.bytes();
    }

    /** The package: what the book is called, what is in it, in which order. */
    private Sheet declared() {
        Sheet sheet = new Sheet("package", false);
        Element root = sheet.root();
        root.setAttribute("xmlns", "http://www.idpf.org/2007/opf");
        root.setAttribute("version", "3.0");
        root.setAttribute("xml:lang", "zh-CN");
        root.setAttribute("unique-identifier", "id");
        Element metadata = sheet.add(root, "metadata", "");
        metadata.setAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        sheet.add(metadata, "dc:identifier", "", "urn:uuid:" + id()).setAttribute("id", "id");
        sheet.add(metadata, "dc:title", "", collection.title());
        sheet.add(metadata, "dc:language", "", "zh-CN");
        sheet.add(metadata, "dc:publisher", "", settings.title());
        collection.fields().text("summary").ifPresent(text -> sheet.add(metadata, "dc:description", "", text));
        meta(sheet, metadata, "dcterms:modified", today + "T00:00:00Z");
        meta(sheet, metadata, "schema:accessMode", "textual");
        meta(sheet, metadata, "schema:accessModeSufficient", "textual");
        for (String feature : List.of("tableOfContents", "readingOrder", "structuralNavigation", "alternativeText")) {
            meta(sheet, metadata, "schema:accessibilityFeature", feature);
        }
        meta(sheet, metadata, "schema:accessibilityHazard", "none");
        Element manifest = sheet.add(root, "manifest", "");
        item(sheet, manifest, "contents.xhtml", "application/xhtml+xml").setAttribute("properties", "nav");
        item(sheet, manifest, "ebook.css", "text/css");
        Element spine = sheet.add(root, "spine", "");
        for (String name : sheets.keySet()) {
            item(sheet, manifest, name + ".xhtml", "application/xhtml+xml");
            sheet.add(spine, "itemref", "").setAttribute("idref", name);
            if (name.equals("title")) {
                sheet.add(spine, "itemref", "").setAttribute("idref", "contents");
            }
        }
        for (String name : pictures.values()) {
            item(sheet, manifest, name, "image/" + name.substring(name.indexOf('.') + 1));
        }
        return sheet;
    }

    /** The same book of the same site has the same one, so that a reader's shelf replaces it. */
    private UUID id() {
        String name = settings.host().orElse(settings.title()) + "/"
                + collection.address().link();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void meta(Sheet sheet, Element metadata, String property, String text) {
        sheet.add(metadata, "meta", "", text).setAttribute("property", property);
    }

    private static Element item(Sheet sheet, Element manifest, String file, String kind) {
        Element item = sheet.add(manifest, "item", "");
        item.setAttribute("id", file.replaceFirst("\\..*", ""));
        item.setAttribute("href", file);
        item.setAttribute("media-type", kind);
        return item;
    }
}
