package io.zhibu.book;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.picture.Pictures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The whole book on the sheet: cover, contents, a chapter for each entry, and the outline that a screen shows beside it. */
final class Manuscript {
    private static final String PREFACE = "preface";
    static final String PREFACE_TITLE = "说明";

    private final Sheet sheet = new Sheet();
    private final Catalogue catalogue;
    private final Settings settings;
    private final Page collection;
    private final List<Page> chapters;
    private final TitlePage title;

    Manuscript(Catalogue catalogue, Settings settings, Page collection, List<Page> chapters, LocalDate today) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.collection = collection;
        this.chapters = List.copyOf(chapters);
        this.title = new TitlePage(settings.title(), collection, chapters, today);
    }

    /** @param pictures that lie beside entries */
    Document write(Pictures pictures, Diagnostics diagnostics) {
        Map<String, String> anchors = new LinkedHashMap<>();
        for (Page page : chapters) {
            anchors.put(page.where().file(), "c" + (anchors.size() + 1));
        }
        head(anchors);
        Element body = sheet.add(sheet.root(), "body", "");
        sheet.add(body, "div", "running-book", collection.title());
        Passage.Places places = new Passage.Places(anchors, pictures);
        title.imprint(sheet, sheet.add(body, "div", "imprint"));
        title.cover(sheet, sheet.add(body, "div", "cover"));
        contents(body, anchors);
        new Chapter(sheet, catalogue, collection, PREFACE, settings.host())
                .writeAsPreface(body, PREFACE_TITLE, places, diagnostics);
        for (int i = 0; i < chapters.size(); i++) {
            Page page = chapters.get(i);
            Element frame = sheet.add(body, "div", i == 0 ? "first" : "further");
            new Chapter(sheet, catalogue, page, anchors.get(page.where().file()), settings.host())
                    .write(frame, places, diagnostics);
        }
        return sheet.document();
    }

    private void head(Map<String, String> anchors) {
        Element head = sheet.add(sheet.root(), "head", "");
        sheet.add(head, "title", "", collection.title());
        sheet.add(head, "meta", "").setAttribute("name", "none");
        sheet.add(head, "style", "", resource("book.css"));
        Element outline = sheet.add(head, "bookmarks", "");
        outline(outline, "目录", "contents");
        outline(outline, PREFACE_TITLE, PREFACE);
        for (Page page : chapters) {
            outline(outline, page.title(), anchors.get(page.where().file()));
        }
    }

    private void outline(Element outline, String name, String anchor) {
        Element line = sheet.add(outline, "bookmark", "");
        line.setAttribute("name", name);
        line.setAttribute("href", "#" + anchor);
    }

    static String resource(String name) {
        try (InputStream file = Manuscript.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void contents(Element body, Map<String, String> anchors) {
        Element contents = sheet.add(body, "div", "contents");
        sheet.add(contents, "h1", "", "目录").setAttribute("id", "contents");
        for (Page page : chapters) {
            Element line = sheet.add(contents, "p", "");
            Element link = sheet.add(line, "a", "");
            link.setAttribute("href", "#" + anchors.get(page.where().file()));
            TitlePage.named(sheet, link, page);
        }
    }
}
