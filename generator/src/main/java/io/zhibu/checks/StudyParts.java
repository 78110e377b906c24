package io.zhibu.checks;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.List;
import java.util.Set;

/** The study of a leading group has three parts: what each read before, what was discussed, what was concluded. */
final class StudyParts implements Check {
    private static final String FORM = "zhongxinzu";

    /** @param marks any of which in a heading shows that the part is there */
    private record Part(String name, List<String> marks) {}

    private static final List<Part> PARTS = List.of(
            new Part("会前自学", List.of("会前", "自学")),
            new Part("会中研讨", List.of("会中", "研讨")),
            new Part("会后总结", List.of("会后", "总结")));

    @Override
    public void check(Catalogue catalogue, Diagnostics diagnostics) {
        Everything.pages(catalogue)
                .filter(page -> page.type().equals("study"))
                .filter(page -> page.fields()
                        .each("form", Value.Term.class)
                        .anyMatch(form -> form.key().equals(FORM)))
                .forEach(page -> check(page, diagnostics));
    }

    private static void check(Page page, Diagnostics diagnostics) {
        Set<String> headings = new Texts(page).sections().keySet();
        List<String> missing = PARTS.stream()
                .filter(part -> headings.stream()
                        .noneMatch(heading -> part.marks().stream().anyMatch(heading::contains)))
                .map(Part::name)
                .toList();
        if (!missing.isEmpty()) {
            diagnostics.notice(
                    page.where(),
                    "study-parts",
                    "中心组学习缺“" + String.join("”“", missing) + "”" + (missing.size() > 1 ? "几节" : "一节"),
                    "各加一行，如 ## " + missing.get(0) + "，下面写这一段做了什么");
        }
    }
}
