package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text, or a section of it, is longer than its type asks: case studies are read to the end or not at all. */
final class TooLong implements TextCheck {
    @Override
    public void check(Catalogue catalogue, Page page, Texts texts, Diagnostics diagnostics) {
        catalogue
                .schemas()
                .type(page.type())
                .filter(schema -> !schema.longest().isEmpty())
                .ifPresent(schema -> check(page, schema, texts, diagnostics));
    }

    private static void check(Page page, Schema schema, Texts texts, Diagnostics diagnostics) {
        Map<String, Integer> lengths = lengths(texts);
        schema.longest().forEach((name, most) -> {
            boolean whole = name.equals(Schema.WHOLE);
            int length = lengths.entrySet().stream()
                    .filter(section -> whole || isNamed(section.getKey(), name, schema))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (length > most && whole) {
                diagnostics.warning(
                        page.where(), "text-long", "正文 " + length + " 字，超过 " + most + " 字", "写给没有时间的人看：留做法和成效，别的放到附件里");
            } else if (length > most) {
                diagnostics.notice(
                        page.where(),
                        "section-long",
                        "“" + name + "”一节 " + length + " 字，超过 " + most + " 字",
                        "只留读者要知道的，其余删去或放到附件里");
            }
        });
    }

    private static boolean isNamed(String heading, String name, Schema schema) {
        List<String> names = schema.sections().stream()
                .filter(section -> section.names().get(0).equals(name))
                .findFirst()
                .map(Schema.Section::names)
                .orElse(List.of());
        return names.stream().anyMatch(heading::contains);
    }

    /** Characters other than blanks, by the second-level heading above them; headings count too. */
    private static Map<String, Integer> lengths(Texts texts) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        texts.sections().forEach((heading, text) -> lengths.put(heading, length(text)));
        return lengths;
    }

    private static int length(CharSequence text) {
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            length += Character.isWhitespace(c) || Character.isLowSurrogate(c) ? 0 : 1;
        }
        return length;
    }
}
