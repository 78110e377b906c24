package io.zhibu.docx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the reading of a document has come, and what was met on the way. */
final class Course {
    final Source source;
    final Styles styles;
    final Faces faces;
    final Numbering numbering;
    final Images images;
    final Fields fields = new Fields();
    final List<Remark> remarks = new ArrayList<>();
    /** Names of notes that were referred to, and the part and the id of what they say. */
    final Map<String, NoteId> notes = new LinkedHashMap<>();

    private final boolean paged;
    private int paragraphs;
    private int page = 1;
    private int characters;

    /** @param part {@code footnotes} or {@code endnotes} */
    record NoteId(String part, String id) {}

    /** @param paged whether the file says where pages begin */
    Course(Source source, Styles styles, Numbering numbering, boolean paged) {
        this.source = source;
        this.styles = styles;
        this.faces = new Faces(styles);
        this.numbering = numbering;
        this.images = new Images(source.container());
        this.paged = paged;
    }

    /** Of the next paragraph. */
    Place place(Element paragraph) {
        if (++paragraphs > Limits.PARAGRAPHS) {
            throw Unreadable.swollen();
        }
        StringBuilder text = new StringBuilder();
        int[] breaks = {0};
        int[] before = {0};
        paragraph.walk(one -> {
            if (one.is("w:lastRenderedPageBreak")) {
                breaks[0]++;
                before[0] += text.isEmpty() ? 1 : 0;
            } else if (one.is("w:t") || one.is("w:delText")) {
                text.append(one.text(), 0, Math.min(one.text().length(), 200));
            }
        });
        Place place = new Place(paragraphs, paged ? page + before[0] : 0, Place.first(text.toString()));
        page += breaks[0];
        return place;
    }

    void remark(Remark.Kind kind, Place place, String detail, String text) {
        remarks.add(new Remark(kind, place, detail, text.strip()));
    }

    /** Takes words in, up to what an entry can hold. */
    void count(String words) {
        characters += words.length();
        if (characters > Limits.CHARACTERS) {
            throw new Unreadable("word-long", "文稿超过 " + Limits.CHARACTERS / 10_000 + " 万字，一篇条目放不下", "按章分成几个文件，分别导入");
        }
    }

    /** Name under which the note is kept. */
    String note(String part, String id) {
        NoteId wanted = new NoteId(part, id);
        for (Map.Entry<String, NoteId> one : notes.entrySet()) {
            if (one.getValue().equals(wanted)) {
                return one.getKey();
            }
        }
        String name = String.valueOf(notes.size() + 1);
        notes.put(name, wanted);
        return name;
    }
}
