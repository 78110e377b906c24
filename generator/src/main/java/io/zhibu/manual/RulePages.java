package io.zhibu.manual;

import io.zhibu.address.Address;
import io.zhibu.config.Config;
import io.zhibu.jbake.PageModel;
import io.zhibu.rulebook.Rule;
import io.zhibu.rulebook.Rulebook;
import io.zhibu.site.SiteModel;
import io.zhibu.site.Tasks;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each rule of the checks is about, from the book that the checks go by: an index, and a page for each. */
public final class RulePages {
    private static final Address INDEX = Address.page("help", "rules");

    private final SiteModel site;
    private final Tasks tasks;
    private final Rulebook book = Rulebook.own();

    public RulePages(SiteModel site, Tasks tasks) {
        this.site = site;
        this.tasks = tasks;
    }

    /** A site whose owner has no templates for them does without. */
    public void add(Config config) {
        boolean templates = List.of("rules", "rule").stream()
                .allMatch(name -> Files.exists(config.layout().template(tasks.named(name))));
        if (templates) {
            tasks.add(INDEX, "rules", this::index);
            book.rules().forEach(rule -> tasks.add(address(rule), "rule", () -> page(rule)));
        }
    }

    private static Address address(Rule rule) {
        return Address.page("help", "rules", rule.id());
    }

    private PageModel index() {
        PageModel model = site.page("rules", INDEX, "检查的规则", "", "", List.of(SiteModel.home()));
        Map<String, List<Rule>> subjects = new LinkedHashMap<>();
        book.rules()
                .forEach(rule -> subjects.computeIfAbsent(rule.subject(), any -> new ArrayList<>())
                        .add(rule));
        model.put(
                "subjects",
                subjects.entrySet().stream()
                        .map(one -> Map.of("label", one.getKey(), "rules", rows(one.getValue())))
                        .toList());
        return model;
    }

    private static List<Map<String, String>> rows(List<Rule> rules) {
        return rules.stream()
                .map(rule -> Map.of(
                        "id",
                        rule.id(),
                        "title",
                        rule.title(),
                        "level",
                        rule.level().word(),
                        "uri",
                        address(rule).link()))
                .toList();
    }

    private PageModel page(Rule rule) {
        List<SiteModel.Crumb> above = List.of(SiteModel.home(), new SiteModel.Crumb("检查的规则", INDEX));
        PageModel model = site.page("rule", address(rule), rule.title(), rule.why(), "", above);
        model.put(
                "rule",
                Map.of(
                        "id", rule.id(),
                        "subject", rule.subject(),
                        "level", rule.level().word(),
                        "why", rule.why(),
                        "wrong", rule.wrong(),
                        "right", rule.right(),
                        "off", rule.off()));
        return model;
    }
}
