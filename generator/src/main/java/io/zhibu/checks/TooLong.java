package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text, or a section of it, is longer than its type asks: case studies are read to the end or not at all. */
final class TooLong implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .forEach(page -> catalogue
                        .schemas()
                        .type(page.type())
                        .filter(schema -> !schema.longest().isEmpty())
                        .ifPresent(schema -> check(page, schema, diagnostics)));
    }

    private static void check(Page page, Schema schema, Diagnostics diagnostics) {
        Map<String, Integer> lengths = lengths(page);
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
    private static Map<String, Integer> lengths(Page page) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        Sections.of(page)
                .forEach((heading, text) -> lengths.put(heading, (int) text.codePoints()
                        .filter(character -> !Character.isWhitespace(character))
                        .count()));
        return lengths;
    }
}
