package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.yaml.Node;
import java.util.List;
import java.util.regex.Pattern;

/** Several items of a list that a Chinese comma or bracket made one of. */
final class Joined {
    private static final Pattern QUOTED = Pattern.compile("《[^》]*》|“[^”]*”|‘[^’]*’|（[^）]*）|「[^」]*」");
    private static final Pattern COMMA = Pattern.compile("[，、；]");
    private static final Pattern BRACKETED = Pattern.compile("[【［].*[】］]");

    private final Field field;
    private final Diagnostics diagnostics;

    Joined(Field field, Diagnostics diagnostics) {
        this.field = field;
        this.diagnostics = diagnostics;
    }

    /** Not in a list with dashes, where each item has its own line and may be a sentence, and not between quotes. */
    void look(Node list, List<Node> items) {
        boolean dashes = list instanceof Node.Sequence
                && !items.isEmpty()
                && items.get(0).where().column() != list.where().column() + 1;
        for (Node item : dashes ? List.<Node>of() : items) {
            if (item instanceof Node.Scalar scalar && scalar.plain() && isJoined(scalar.text(), items.size() > 1)) {
                diagnostics.warning(
                        scalar.where(),
                        "list-comma",
                        "“" + field.label() + "”里的“" + scalar.text() + "”算一项",
                        "是几项就用半角逗号隔开：" + field.key() + ": [" + parted(items) + "]；真是一项就加上双引号");
            }
        }
    }

    /** @param parted the writer knows how items are parted, so that the comma between words is one */
    private static boolean isJoined(String text, boolean parted) {
        String bare = QUOTED.matcher(text).replaceAll("");
        return (parted ? bare.replace("、", "") : bare).matches(".*[，、；].*")
                || BRACKETED.matcher(text).matches();
    }

    /** All items as they were meant, without the quotation marks that YAML has no use for. */
    private static String parted(List<Node> items) {
        return String.join(
                ", ",
                items.stream()
                        .map(item -> item instanceof Node.Scalar scalar ? scalar.text() : "…")
                        .flatMap(text -> COMMA.splitAsStream(text.replaceAll("^[【［]|[】］]$", "")))
                        .map(text -> text.strip().replaceAll("^[“‘](.*)[”’]$", "$1"))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
