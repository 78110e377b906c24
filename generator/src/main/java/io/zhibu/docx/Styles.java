package io.zhibu.docx;

import io.zhibu.docx.Paragraph.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the document's styles say, each with those that it is based on. */
final class Styles {
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题|标题样式)\\s*([1-9])(?:\\s*char)?");
    private static final Pattern LEVEL = Pattern.compile("([一二三四五六七八九])级标题");
    private static final Pattern CONTENTS = Pattern.compile("(?:toc|目录)\\s*[1-9]");
    private static final int DEEPEST = 30;

    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, List<Element>> chains = new HashMap<>();
    private final Element defaults;
    private String usual = "";

    /** @param part the part of styles; empty if the document has none */
    Styles(Optional<Element> part) {
        this.defaults = part.flatMap(one -> one.at("w:docDefaults", "w:rPrDefault", "w:rPr"))
                .orElseGet(() -> new Element("w:rPr", Map.of()));
        part.ifPresent(all -> all.all("w:style").forEach(style -> {
            String id = style.attribute("w:styleId");
            byId.putIfAbsent(id, style);
            if (style.attribute("w:type").equals("paragraph")
                    && style.attribute("w:default").matches("1|true|on")) {
                usual = id;
            }
        }));
    }

    /** The style that a paragraph has which names none. */
    String usual() {
        return usual;
    }

    /** The style and those that it is based on, itself first. */
    List<Element> chain(String id) {
        return chains.computeIfAbsent(id, first -> {
            List<Element> chain = new ArrayList<>();
            Element step = byId.get(first);
            while (step != null && !chain.contains(step) && chain.size() < DEEPEST) {
                chain.add(step);
                step = byId.get(step.value("w:basedOn"));
            }
            return List.copyOf(chain);
        });
    }

    /** The first answer along the chain. */
    <T> Optional<T> first(String id, Function<Element, Optional<T>> question) {
        return chain(id).stream()
                .flatMap(style -> question.apply(style).stream())
                .findFirst();
    }

    Element defaults() {
        return defaults;
    }

    /** Level that the style gives its paragraphs, by its outline or its name; 0 for none. */
    int heading(String id) {
        return first(id, style -> {
                    Optional<Integer> outline = style.child("w:pPr")
                            .map(look -> look.value("w:outlineLvl"))
                            .filter(level -> level.matches("[0-9]"))
                            .map(level -> Integer.parseInt(level) + 1);
                    return outline.isPresent() ? outline : named(style);
                })
                .map(level -> level > 9 ? 0 : level)
                .orElse(0);
    }

    private static Optional<Integer> named(Element style) {
        String name = name(style);
        Matcher heading = HEADING.matcher(name);
        if (heading.matches()) {
            return Optional.of(Integer.parseInt(heading.group(1)));
        }
        Matcher level = LEVEL.matcher(name);
        return level.find() ? Optional.of("一二三四五六七八九".indexOf(level.group(1)) + 1) : Optional.empty();
    }

    /** What the style, or one that it is based on, calls its paragraphs. */
    Role role(String id) {
        return first(id, style -> switch (name(style)) {
                    case "title", "标题", "公文标题", "文章标题" -> Optional.of(Role.TITLE);
                    case "subtitle", "副标题" -> Optional.of(Role.SUBTITLE);
                    case "caption", "题注", "图题", "图注" -> Optional.of(Role.CAPTION);
                    case "quote", "intense quote", "引用", "明显引用" -> Optional.of(Role.QUOTE);
                    default -> CONTENTS.matcher(name(style)).matches() ? Optional.of(Role.CONTENTS) : Optional.empty();
                })
                .orElse(Role.TEXT);
    }

    private static String name(Element style) {
        return style.value("w:name").strip().toLowerCase(Locale.ROOT);
    }
}
