package io.zhibu.book;

import io.zhibu.catalogue.Citing;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Event;
import io.zhibu.page.Page;
import io.zhibu.page.SourceLink;
import io.zhibu.picture.Pictures;
import io.zhibu.picture.Shown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** An entry's body on the sheet, event by event. Links lead to chapters of the same book; others are text. */
final class Passage {
    private final Sheet sheet;
    private final Page page;
    private final String anchor;
    private final Places places;
    private final Diagnostics diagnostics;
    private final Deque<Element> open = new ArrayDeque<>();

    /**
     * Where a chapter's links and pictures lead.
     *
     * @param chapters anchor of each chapter, by its entry's file
     * @param pictures that lie beside entries
     */
    record Places(Map<String, String> chapters, Pictures pictures) {
        private static final Set<String> PRINTED = Set.of("png", "jpg", "jpeg", "gif");

        /**
         * Puts a picture there as readers of the site get it, or complains that a book can't have it.
         *
         * @param file path from the site's root
         * @param where it is asked for
         */
        void picture(Sheet sheet, Element figure, String file, Where where, Diagnostics diagnostics) {
            String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            Optional<Shown> shown = pictures.at(file).filter(any -> PRINTED.contains(ending));
            if (shown.isEmpty()) {
                diagnostics.warning(where, "book-picture", "书里放不进这张图：" + file, "图片放在条目旁边，用 png、jpg 或 gif");
                return;
            }
            Outcome<byte[]> whole = shown.get().whole().make();
            diagnostics.addAll(whole.diagnostics());
            sheet.picture(figure, ending.equals("jpg") ? "jpeg" : ending, whole.value());
        }
    }

    /** @param anchor of the chapter: what its own anchors begin with */
    Passage(Sheet sheet, Page page, String anchor, Places places, Diagnostics diagnostics) {
        this.sheet = sheet;
        this.page = page;
        this.anchor = anchor;
        this.places = places;
        this.diagnostics = diagnostics;
    }

    void write(Element parent) {
        open.push(sheet.add(parent, "div", "body"));
        Citing.cited(page).forEach(this::step);
    }

    private Element here() {
        return open.element();
    }

    private void step(Event event) {
        if (event instanceof Event.Start start) {
            open.push(begun(start.element()));
        } else if (event instanceof Event.End) {
            open.pop();
        } else if (event instanceof Event.Text text) {
            sheet.text(here(), text.text());
        } else if (event instanceof Event.Code code) {
            sheet.add(here(), "code", "", code.text());
        } else if (event instanceof Event.CodeBlock code) {
            sheet.add(here(), "pre", "", code.text());
        } else if (event instanceof Event.HardBreak) {
            sheet.add(here(), "br", "");
        } else if (event instanceof Event.SoftBreak) {
            sheet.text(here(), " ");
        } else if (event instanceof Event.Rule) {
            sheet.add(here(), "hr", "");
        } else if (event instanceof Event.NoteMark mark) {
            Element link = sheet.add(sheet.mark(here()), "a", "", String.valueOf(mark.number()));
            link.setAttribute("href", "#" + anchor + "-note-" + mark.number());
        } else if (event instanceof Event.Html html && !html.html().startsWith("</")) {
            diagnostics.warning(
                    page.where().at(html.place().line(), html.place().column()),
                    "book-html",
                    "正文里的 HTML 标签不进书，其中的文字照印",
                    "改用 Markdown 的写法；只给网页看的可以不管");
        }
    }

    private Element begun(Event.Element element) {
        if (element instanceof Event.Heading heading) {
            // The chapter's name is the first level of the book.
            return sheet.add(here(), "h" + Math.min(6, Math.max(2, heading.level())), "");
        } else if (element instanceof Event.Quote) {
            return sheet.add(here(), "blockquote", "");
        } else if (element instanceof Event.Items items) {
            Element list = sheet.add(here(), items.ordered() ? "ol" : "ul", items.tight() ? "tight" : "");
            if (items.ordered() && items.start() != 1) {
                list.setAttribute("start", String.valueOf(items.start()));
            }
            return list;
        } else if (element instanceof Event.Item item) {
            return item(item);
        } else if (element instanceof Event.Row row) {
            return sheet.add(group(row.head()), "tr", "");
        } else if (element instanceof Event.Cell cell) {
            String align =
                    cell.align() == Event.Align.NONE ? "" : cell.align().name().toLowerCase(Locale.ROOT);
            return sheet.add(here(), cell.head() ? "th" : "td", align);
        } else if (element instanceof Event.Link link) {
            return link(link);
        } else if (element instanceof Event.Image image) {
            return image(image);
        } else if (element instanceof Event.Admonition box) {
            Element div = sheet.add(here(), "div", "box");
            if (!box.title().isEmpty()) {
                sheet.add(div, "p", "box-title", box.title());
            }
            return div;
        } else if (element instanceof Event.Note note) {
            Element item = sheet.add(here(), "li", "");
            item.setAttribute("id", anchor + "-note-" + note.number());
            return item;
        }
        return sheet.add(here(), plain(element), element instanceof Event.Notes ? "notes" : "");
    }

    private static String plain(Event.Element element) {
        if (element instanceof Event.Paragraph) {
            return "p";
        } else if (element instanceof Event.Emphasis) {
            return "em";
        } else if (element instanceof Event.Strong) {
            return "b";
        } else if (element instanceof Event.Strike) {
            return "s";
        }
        return element instanceof Event.Table ? "table" : "ol";
    }

    private Element item(Event.Item item) {
        Element li = sheet.add(here(), "li", item.task() == Event.Task.NONE ? "" : "task");
        if (item.task() != Event.Task.NONE) {
            sheet.text(li, item.task() == Event.Task.DONE ? "☑ " : "☐ ");
        }
        return li;
    }

    /** Rows that head a table are repeated on each of its pages. */
    private Element group(boolean head) {
        String tag = head ? "thead" : "tbody";
        return here().getLastChild() instanceof Element last
                        && last.getTagName().equals(tag)
                ? last
                : sheet.add(here(), tag, "");
    }

    private Element link(Event.Link link) {
        String target = link.target();
        if (target.startsWith("#cite-")) {
            Element cited = sheet.add(sheet.mark(here()), "a", "");
            cited.setAttribute("href", "#" + anchor + "-" + target.substring(1));
            return cited;
        }
        String file = SourceLink.of(target, page).file();
        Element text = sheet.add(here(), places.chapters().containsKey(file) ? "a" : "span", "");
        if (places.chapters().containsKey(file)) {
            text.setAttribute("href", "#" + places.chapters().get(file));
        }
        return text;
    }

    /** Below the picture stands its title; without one, the words that stand for it. */
    private Element image(Event.Image image) {
        String file = SourceLink.of(image.target(), page).file();
        Element figure = sheet.add(here(), "span", "figure");
        Where where = page.where().at(image.place().line(), image.place().column());
        places.picture(sheet, figure, file, where, diagnostics);
        if (image.title().isEmpty()) {
            return sheet.add(figure, "span", "caption");
        }
        sheet.add(figure, "span", "caption", image.title());
        return sheet.add(figure, "span", "unsaid");
    }
}
