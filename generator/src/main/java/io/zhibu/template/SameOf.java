package io.zhibu.template;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import io.zhibu.jbake.Document;
import io.zhibu.memo.Digest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one place in a template makes of documents, as the rows of lists: an entry stands in a dozen of them, and its row is made once. It
 * may ask nothing but the document and the way to the root, which is put in anew on each page.
 */
final class SameOf {
    static final String ROOT = "root";

    /** Stands for the way to the root. No content holds it: entries with such a character are refused. */
    private static final char MARK = '\uFDD0';

    static final TemplateScalarModel MARKED = new SimpleScalar(String.valueOf(MARK));

    /** About a thousand bytes each. */
    private static final int MOST = 30_000;

    private final Map<Key, Row> rows = new ConcurrentHashMap<>();
    /** Most rows ask the same, in the same order. */
    private final Map<List<String>, List<String>> asked = new ConcurrentHashMap<>();

    /** @param by all else that the row depends on */
    private record Key(Document document, String by) {}

    /**
     * @param asked of the document, each behind what a page calls it
     * @param digests of the answers
     */
    private record Row(String text, List<String> asked, List<Digest> digests) {}

    /**
     * @param asking who listens, if anybody does and the place isn't in a part that is kept itself
     * @param of the document
     * @param by a text, or null
     */
    void write(Model page, Optional<Asking> asking, TemplateModel of, Object by, TemplateDirectiveBody body, Writer out)
            throws TemplateException, IOException {
        Optional<Document> document = of instanceof WrapperTemplateModel wrapped
                ? Asking.document(wrapped.getWrappedObject()).filter(Document::isView)
                : Optional.empty();
        Optional<String> name = document.flatMap(one -> asking.flatMap(listening -> listening.name(one)));
        Optional<Object> root = page.value(ROOT).filter(String.class::isInstance);
        if (name.isEmpty() || root.isEmpty()) {
            body.render(out);
            return;
        }
        Key key = new Key(document.get(), by instanceof TemplateScalarModel text ? text.getAsString() : "");
        Row row = rows.get(key);
        if (row == null) {
            row = made(key, asking.get(), name.get(), body);
        } else {
            asking.get().also(name.get(), row.asked(), row.digests());
        }
        write(row.text(), page, (String) root.get(), out);
    }

    private Row made(Key key, Asking asking, String name, TemplateDirectiveBody body)
            throws TemplateException, IOException {
        StringWriter text = new StringWriter();
        Asking.Part part = asking.begin(name);
        try {
            body.render(text);
        } finally {
            asking.end();
        }
        List<String> questions = List.copyOf(part.inner().keySet());
        Row row = new Row(
                text.toString(),
                asked.computeIfAbsent(questions, any -> questions),
                List.copyOf(part.inner().values()));
        if (part.isTold() && part.keys().isEmpty() && rows.size() < MOST) {
            rows.put(key, row);
        }
        return row;
    }

    private static void write(String text, Model page, String root, Writer out) throws IOException {
        int from = 0;
        for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, from)) {
            out.write(text, from, mark - from);
            out.write(root);
            from = mark + 1;
        }
        out.write(text, from, text.length() - from);
        if (from > 0) {
            page.ask(ROOT);
        }
    }
}
