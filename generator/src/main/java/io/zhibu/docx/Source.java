package io.zhibu.docx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of one document that its text refers to. */
final class Source {
    private final Container container;
    private final Xml xml;
    private final String main;
    private final Relations relations;
    private final Map<String, Relations> ofParts = new LinkedHashMap<>();

    private Source(Container container, Xml xml, String main, Relations relations) {
        this.container = container;
        this.xml = xml;
        this.main = main;
        this.relations = relations;
    }

    static Source of(Container container) throws IOException {
        Xml xml = new Xml();
        Relations top = Relations.of("", container, xml);
        Optional<Relations.Relation> main = top.ofType("officeDocument");
        if (main.isEmpty() || main.get().outside() || !container.has(main.get().target())) {
            throw new Unreadable("word-format", "这不是 Word 文件（.docx）：里面没有正文", "在 Word 或 WPS 里打开，“另存为”.docx，再导入");
        }
        String part = main.get().target();
        Relations relations = Relations.of(part, container, xml);
        Source source = new Source(container, xml, part, relations);
        List<String> settings = new ArrayList<>();
        source.refuseOutside(relations);
        relations.ofType("settings").filter(one -> !one.outside()).ifPresent(one -> settings.add(one.target()));
        for (String settingsPart : settings) {
            source.relations(settingsPart);
        }
        return source;
    }

    /** What would be fetched from elsewhere while the document is opened; a link is only followed by whoever clicks on it. */
    private void refuseOutside(Relations all) {
        for (Relations.Relation one : all.all()) {
            boolean link = one.type().equals("hyperlink");
            if (one.outside() && !link && !isTemplateAtHome(one)) {
                throw new Unreadable(
                        "word-external",
                        "文件里引用了外面的东西（" + one.type() + "：" + Place.first(one.target()) + "），没有去取，也没有导入",
                        "在 Word 里点“文件→信息→编辑指向文件的链接”，全部“断开链接”，图片用“插入→图片”放进去，再存");
            }
        }
    }

    /** Word names the template on its writer's own disk; one on another machine may be anything. */
    private static boolean isTemplateAtHome(Relations.Relation one) {
        return one.type().equals("attachedTemplate")
                && !one.target().matches("(?is)(?:https?|ftp):.*|\\\\\\\\.*|file:(?://[^/]|/{4}|/*\\\\\\\\).*");
    }

    Xml xml() {
        return xml;
    }

    Container container() {
        return container;
    }

    /** Name of the part with the text. */
    String main() {
        return main;
    }

    Relations relations() {
        return relations;
    }

    /** Those of another part, such as the notes. */
    Relations relations(String part) throws IOException {
        if (!ofParts.containsKey(part)) {
            Relations found = Relations.of(part, container, xml);
            refuseOutside(found);
            ofParts.put(part, found);
        }
        return ofParts.get(part);
    }

    /** The part of this kind that the text has, if it has one. */
    Optional<Element> part(String type) throws IOException {
        Optional<Relations.Relation> relation = relations.ofType(type).filter(one -> !one.outside());
        return relation.isEmpty() ? Optional.empty() : tree(relation.get().target());
    }

    Optional<Element> tree(String part) throws IOException {
        Optional<InputStream> in = container.open(part);
        return in.isEmpty() ? Optional.empty() : Optional.of(xml.tree(in.get()));
    }
}
