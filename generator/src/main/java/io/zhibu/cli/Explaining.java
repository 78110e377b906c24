package io.zhibu.cli;

import io.zhibu.diagnostic.Nearest;
import io.zhibu.rulebook.Rule;
import io.zhibu.rulebook.Rulebook;
import java.util.Optional;

/** What a rule is about, for who met its name in a message. */
final class Explaining {
    private final Rulebook book = Rulebook.own();

    Optional<Misuse> misuse(String id) {
        return book.rule(id).isPresent()
                ? Optional.empty()
                : Optional.of(new Misuse(
                        "没有“" + id + "”的说明",
                        Nearest.to(id, book.ids())
                                .map(near -> "是“" + near + "”吗？")
                                .orElse("规则名在提示的方括号里，如 [mobile-number]；全部规则见站点里的 help/rules/index.html")));
    }

    void print(String id, Console console) {
        Rule rule = book.rule(id).orElseThrow();
        console.out().println(rule.id() + "（" + rule.level().word() + "）：" + rule.title());
        console.out().println("为什么：" + rule.why());
        console.out().println("错的：" + indented(rule.wrong()));
        console.out().println("对的：" + indented(rule.right()));
        console.out().println("不查它：" + rule.off());
        console.out().println("站点里的说明：help/rules/" + rule.id() + "/index.html");
    }

    private static String indented(String text) {
        return text.contains("\n") ? "\n    " + text.replace("\n", "\n    ") : text;
    }
}
