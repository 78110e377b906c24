package io.zhibu.markdown;

import io.zhibu.markdown.HtmlWriting.Targets;
import io.zhibu.page.Event;
import io.zhibu.page.Event.Element;

/** HTML in the making. The line ends are those of CommonMark's reference writer. Cleans nothing. */
final class Html {
    private final StringBuilder out = new StringBuilder(8192);
    private final boolean chinese;
    private final Targets targets;
    private final ImageHtml images;
    private boolean raw;
    private boolean bodyRows;

    Html(boolean chinese, Targets targets) {
        this.chinese = chinese;
        this.targets = targets;
        this.images = new ImageHtml(out, chinese, targets);
    }

    boolean holdsRaw() {
        return raw;
    }

    void take(Event event) {
        if (event instanceof Event.Text text) {
            Escaping.text(text.text(), out);
        } else if (event instanceof Event.Start start) {
            start(start.element());
        } else if (event instanceof Event.End end) {
            end(end.element());
        } else if (event instanceof Event.SoftBreak) {
            out.append('\n');
        } else {
            single(event);
        }
    }

    private void single(Event event) {
        if (event instanceof Event.Code code) {
            code(code.text());
        } else if (event instanceof Event.CodeBlock block) {
            codeBlock(block);
        } else if (event instanceof Event.Html html) {
            html(html);
        } else if (event instanceof Event.HardBreak) {
            out.append(images.isOpen() ? "\n" : "<br />\n");
        } else if (event instanceof Event.Rule) {
            line();
            out.append("<hr />\n");
        } else if (event instanceof Event.NoteMark mark && !images.isOpen()) {
            NoteHtml.mark(mark, out);
        }
    }

    private void code(String code) {
        open("<code>");
        Escaping.text(code, out);
        open("</code>");
    }

    private void codeBlock(Event.CodeBlock block) {
        line();
        String language = block.info().isBlank() ? "" : block.info().strip().split("\\s", 2)[0];
        if (language.isEmpty()) {
            out.append("<pre><code>");
        } else {
            out.append("<pre><code class=\"").append(language.startsWith("language-") ? "" : "language-");
            Escaping.text(language, out);
            out.append("\">");
        }
        Escaping.text(block.text(), out);
        out.append("</code></pre>\n");
    }

    private void html(Event.Html html) {
        raw = true;
        if (html.block() && !chinese) {
            line();
        }
        if (!images.isOpen()) {
            Tags.html(html, targets, chinese, out);
        }
    }

    private void start(Element element) {
        if (element instanceof Event.Image image) {
            images.start(image);
        } else if (element instanceof Event.Emphasis) {
            open("<em>");
        } else if (element instanceof Event.Strong) {
            open("<strong>");
        } else if (element instanceof Event.Strike) {
            open("<del>");
        } else if (element instanceof Event.Link link) {
            link(link);
        } else {
            startBlock(element);
        }
    }

    private void open(String tag) {
        if (!images.isOpen()) {
            out.append(tag);
        }
    }

    private void link(Event.Link link) {
        if (images.isOpen()) {
            return;
        }
        out.append("<a");
        Tags.address("href", targets.link(link.target(), link.place()), chinese, out);
        Tags.title(link.title(), out);
        out.append('>');
    }

    private void startBlock(Element element) {
        if (!(element instanceof Event.Cell)) {
            line();
        }
        if (element instanceof Event.Paragraph) {
            images.startParagraph();
        } else if (element instanceof Event.Heading heading) {
            Tags.heading(heading, out);
        } else if (element instanceof Event.Quote) {
            out.append("<blockquote>\n");
        } else if (element instanceof Event.Items items) {
            Tags.items(items, out);
        } else if (element instanceof Event.Item item) {
            Tags.item(item.task(), out);
        } else if (element instanceof Event.Row row) {
            row(row.head());
        } else if (element instanceof Event.Cell cell) {
            Tags.cell(cell, out);
        } else if (element instanceof Event.Table) {
            out.append("<table>\n");
            bodyRows = false;
        } else if (element instanceof Event.Admonition box) {
            Tags.box(box, out);
        } else if (element instanceof Event.Notes) {
            NoteHtml.startAll(out);
        } else if (element instanceof Event.Note note) {
            NoteHtml.start(note, out);
        }
    }

    private void row(boolean head) {
        if (head) {
            out.append("<thead>\n");
        } else if (!bodyRows) {
            out.append("<tbody>\n");
            bodyRows = true;
        }
        out.append("<tr>\n");
    }

    private void end(Element element) {
        if (element instanceof Event.Image image) {
            images.end(image);
        } else if (element instanceof Event.Emphasis) {
            open("</em>");
        } else if (element instanceof Event.Strong) {
            open("</strong>");
        } else if (element instanceof Event.Strike) {
            open("</del>");
        } else if (element instanceof Event.Link) {
            open("</a>");
        } else {
            endBlock(element);
        }
    }

    private void endBlock(Element element) {
        if (element instanceof Event.Paragraph) {
            images.endParagraph();
        } else if (element instanceof Event.Heading heading) {
            out.append("</h").append(heading.level()).append(">\n");
        } else if (element instanceof Event.Quote) {
            line();
            out.append("</blockquote>\n");
        } else if (element instanceof Event.Items items) {
            out.append(items.ordered() ? "</ol>\n" : "</ul>\n");
        } else if (element instanceof Event.Item) {
            out.append("</li>\n");
        } else if (element instanceof Event.Cell cell) {
            out.append(cell.head() ? "</th>\n" : "</td>\n");
        } else if (element instanceof Event.Row row) {
            out.append(row.head() ? "</tr>\n</thead>\n" : "</tr>\n");
        } else if (element instanceof Event.Table) {
            out.append(bodyRows ? "</tbody>\n</table>\n" : "</table>\n");
        } else if (element instanceof Event.Admonition) {
            line();
            out.append("</aside>\n");
        } else if (element instanceof Event.Notes) {
            out.append("</ol>\n</section>\n");
        } else if (element instanceof Event.Note note) {
            NoteHtml.end(note, out);
        }
    }

    /** Begins a line unless one has just begun. */
    private void line() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
