package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.page.PartialDate;
import io.zhibu.page.SourceLink;
import io.zhibu.page.Value;
import io.zhibu.unicode.Spelling;
import io.zhibu.yaml.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One word as written to one value of the kind that its field asks for. */
final class ValueReading {
    private static final Pattern SPOKEN_DATE = Pattern.compile("(\\d{4})[年./](\\d{1,2})(?:月|[月./](\\d{1,2})日?)?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final int LONGEST_QUOTED = 100;
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Schemas schemas;
    private final WordSuggesting suggesting;
    private final Diagnostics diagnostics;

    ValueReading(Schemas schemas, WordSuggesting suggesting, Diagnostics diagnostics) {
        this.schemas = schemas;
        this.suggesting = suggesting;
        this.diagnostics = diagnostics;
    }

    Optional<Value> read(Field field, Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            boolean several = node instanceof Node.Sequence list && list.items().size() > 1;
            String hint = Rewriting.one(field, node)
                    .map(line -> (several ? "只能写一个，" : "") + "写成 " + line)
                    .orElse(node instanceof Node.Sequence ? "去掉方括号或短横，只写一个值" : "文字里有冒号时给整个值加上双引号");
            return wrong(node, "value-kind", "“" + field.label() + "”应是一个值", hint);
        }
        Field.Kind kind = field.kind();
        if (kind instanceof Field.Text) {
            return text(field, scalar);
        } else if (kind instanceof Field.Number number) {
            return number(field, scalar, number.whole());
        } else if (kind instanceof Field.Flag) {
            return flag(field, scalar);
        } else if (kind instanceof Field.Date date) {
            return date(field, scalar, date.exact());
        } else if (kind instanceof Field.Choice choice) {
            return choice(field, scalar, choice.words());
        } else if (kind instanceof Field.Term term) {
            return term(field, scalar, term.vocabulary());
        } else if (kind instanceof Field.Reference reference) {
            String id = Spelling.bare(scalar.text());
            return Optional.of(
                    reference.free() && !id.matches(ID)
                            ? new Value.Text(scalar.text(), scalar.where())
                            : new Value.Reference(reference.type(), id, scalar.where()));
        } else if (kind instanceof Field.WebAddress) {
            return web(field, scalar);
        }
        return asset(field, scalar);
    }

    private Optional<Value> text(Field field, Node.Scalar scalar) {
        String text = scalar.text().strip();
        int length = text.codePointCount(0, text.length());
        Field.Limits limits = field.limits();
        if (!limits.pattern().isEmpty() && !text.matches(limits.pattern())) {
            wrong(
                    scalar,
                    "text-form",
                    "“" + field.label() + "”的写法不对：“" + brief(scalar) + "”",
                    field.help().isEmpty() ? "应符合 " + limits.pattern() : "应是" + field.help());
        } else if (length < limits.shortest() || length > limits.longest()) {
            wrong(
                    scalar,
                    "text-length",
                    "“" + field.label() + "”" + range(limits) + "，这里有 " + length + " 字",
                    length < limits.shortest() ? "补几个字" : "删短一些");
        }
        return Optional.of(new Value.Text(text, scalar.where()));
    }

    private static String range(Field.Limits limits) {
        if (limits.longest() == Integer.MAX_VALUE) {
            return "至少要 " + limits.shortest() + " 字";
        }
        return limits.shortest() <= 1
                ? "最多 " + limits.longest() + " 字"
                : "应有 " + limits.shortest() + " 至 " + limits.longest() + " 字";
    }

    private Optional<Value> number(Field field, Node.Scalar scalar, boolean whole) {
        String text = scalar.text();
        if ((whole ? WHOLE : DECIMAL).matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            bounds(field, number, scalar);
            return Optional.of(new Value.Number(number, scalar.where()));
        }
        return wrong(
                scalar,
                "value-kind",
                "“" + field.label() + "”应是" + (whole ? "整数" : "数") + "，这里写的是“" + brief(scalar) + "”",
                Rewriting.number(text, whole).map(plain -> "写成 " + plain + "；").orElse("") + "只写半角的阿拉伯数字，不带单位、逗号和“约”字");
    }

    private void bounds(Field field, BigDecimal number, Node.Scalar scalar) {
        Field.Limits limits = field.limits();
        boolean bounded = !limits.equals(Field.Limits.NONE);
        if (bounded
                && (number.compareTo(BigDecimal.valueOf(limits.shortest())) < 0
                        || number.compareTo(BigDecimal.valueOf(limits.longest())) > 0)) {
            String most = limits.longest() == Integer.MAX_VALUE ? "" : "，最大是 " + limits.longest();
            wrong(
                    scalar,
                    "number-range",
                    "“" + field.label() + "”最小是 " + limits.shortest() + most + "，这里写的是 " + scalar.text(),
                    "核对这个数");
        }
    }

    /** Also what other programs take for a yes: said to be wrong, yet not misunderstood. */
    static boolean isYes(String text) {
        return List.of("true", "是", "真", "对", "yes", "on", "1").contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isNo(String text) {
        return List.of("假", "不", "不是", "错", "no", "off", "0").contains(text.toLowerCase(Locale.ROOT));
    }

    private Optional<Value> flag(Field field, Node.Scalar scalar) {
        String text = scalar.text();
        if (!List.of("true", "是", "false", "否").contains(text)) {
            wrong(
                    scalar,
                    "value-kind",
                    "“" + field.label() + "”应是 true 或 false，这里写的是“" + brief(scalar) + "”",
                    isYes(text) ? "写成 true" : isNo(text) ? "写成 false" : "是写 true，否写 false");
        }
        return Optional.of(new Value.Flag(isYes(text), scalar.where()));
    }

    private Optional<Value> date(Field field, Node.Scalar scalar, boolean exact) {
        String text = scalar.text();
        Optional<PartialDate> date = PartialDate.of(text);
        if (date.isPresent() && (!exact || date.get().exact().isPresent())) {
            return Optional.of(new Value.Date(date.get(), scalar.where()));
        }
        if (date.isPresent()) {
            return wrong(
                    scalar,
                    "date-form",
                    "“" + field.label() + "”要写到日，这里只有“" + brief(scalar) + "”",
                    "写成 2026-07-01 这样的年-月-日");
        }
        if (text.matches("\\d{4}-\\d{1,2}(-\\d{1,2})?")) {
            return wrong(
                    scalar, "date-impossible", "“" + field.label() + "”的“" + brief(scalar) + "”不是日历上有的日子", "核对年、月、日");
        }
        return wrong(
                scalar,
                "date-form",
                "“" + field.label() + "”的“" + brief(scalar) + "”不是日期",
                meant(text, exact).orElse(exact ? "写成 2026-07-01 这样的年-月-日" : "写成 2026、2026-07 或 2026-07-01"));
    }

    /** A day or a month as people write it, such as 2026年7月1日 or 2026.7.1. */
    private static Optional<String> meant(String text, boolean exact) {
        Matcher form = SPOKEN_DATE.matcher(text);
        if (!form.matches() || exact && form.group(3) == null) {
            return Optional.empty();
        }
        String day =
                form.group(3) == null ? "" : "-" + "0".repeat(2 - form.group(3).length()) + form.group(3);
        String written = form.group(1) + "-" + "0".repeat(2 - form.group(2).length()) + form.group(2) + day;
        return PartialDate.of(written).map(date -> "写成 " + written);
    }

    private Optional<Value> choice(Field field, Node.Scalar scalar, List<String> words) {
        if (words.contains(Spelling.bare(scalar.text()))) {
            return Optional.of(new Value.Text(Spelling.bare(scalar.text()), scalar.where()));
        }
        return wrong(
                scalar,
                "choice-unknown",
                "“" + field.label() + "”没有“" + brief(scalar) + "”这个选项",
                Nearest.hint(scalar.text(), words));
    }

    private Optional<Value> term(Field field, Node.Scalar scalar, String vocabularyKey) {
        Vocabulary vocabulary =
                schemas.vocabulary(vocabularyKey).orElseGet(() -> new Vocabulary(vocabularyKey, "", List.of()));
        Optional<Vocabulary.Word> word = vocabulary.named(scalar.text());
        if (word.isPresent()) {
            return Optional.of(
                    new Value.Term(vocabularyKey, word.get().key(), word.get().label(), scalar.where()));
        }
        String hint = scalar.text().matches(".*[，、；［］【】].*")
                ? "方括号和隔开几个词的逗号都用半角，如 [甲, 乙]"
                : suggesting.hint(scalar.text(), vocabulary);
        return wrong(scalar, "word-unknown", "词表“" + vocabulary.label() + "”里没有“" + brief(scalar) + "”", hint);
    }

    private Optional<Value> web(Field field, Node.Scalar scalar) {
        if (scalar.text().matches("https?://[^\\s/]+(/\\S*)?")) {
            return Optional.of(new Value.Text(scalar.text(), scalar.where()));
        }
        return wrong(
                scalar,
                "web-address",
                "“" + field.label() + "”的“" + brief(scalar) + "”不是网址",
                "写成 https:// 或 http:// 开头的完整网址");
    }

    private Optional<Value> asset(Field field, Node.Scalar scalar) {
        String path = Spelling.bare(scalar.text());
        boolean elsewhere = path.startsWith("/") || path.contains("\\") || path.contains(":");
        Optional<String> plain = elsewhere ? Optional.empty() : SourceLink.plain(path);
        if (plain.isEmpty()) {
            return wrong(
                    scalar, "path-outside", "“" + field.label() + "”的“" + path + "”不在条目自己的文件夹里", "把文件放到条目旁边，写文件名即可");
        }
        return Optional.of(new Value.Asset(plain.get(), scalar.where()));
    }

    /** As it is quoted in a message: whoever pastes a page into a field needn't read all of it again. */
    private static String brief(Node.Scalar scalar) {
        String text = scalar.text();
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTED)) + "…（共 " + length + " 字）";
    }

    private Optional<Value> wrong(Node node, String rule, String message, String hint) {
        diagnostics.error(node.where(), rule, message, hint);
        return Optional.empty();
    }
}
