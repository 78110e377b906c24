package io.zhibu.schema;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.page.Fields;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the fields of one entry or record keep what the schema asks of them besides their kind. What isn't given keeps everything. */
final class Constraining {
    private final List<Field> known;
    private final Fields given;
    private final Diagnostics diagnostics;

    Constraining(List<Field> known, Fields given, Diagnostics diagnostics) {
        this.known = known;
        this.given = given;
        this.diagnostics = diagnostics;
    }

    void check() {
        for (Field field : known) {
            for (Constraint constraint : field.constraints()) {
                check(field, constraint);
            }
        }
    }

    private void check(Field field, Constraint constraint) {
        if (constraint instanceof Constraint.NotBefore other) {
            order(field, other.field(), -1, "早于");
        } else if (constraint instanceof Constraint.NotAfter other) {
            order(field, other.field(), 1, "晚于");
        } else if (constraint instanceof Constraint.Sum sum) {
            sum(field, sum.fields());
        } else if (constraint instanceof Constraint.Ascending by) {
            ascending(field, by.field());
        } else if (constraint instanceof Constraint.Distinct by) {
            distinct(field, by.field());
        } else if (constraint instanceof Constraint.Endings some) {
            given.each(field.key(), Value.Asset.class).forEach(asset -> endings(field, asset, some.endings()));
        }
    }

    private void order(Field field, String other, int wrong, String relation) {
        Optional<PartialDate> date = given.date(field.key());
        Optional<PartialDate> bound = given.date(other);
        if (date.isPresent() && bound.isPresent() && compared(date.get(), bound.get()) == wrong) {
            diagnostics.error(
                    given.get(field.key()).orElseThrow().where(),
                    "date-order",
                    "“" + field.label() + "”" + date.get() + " " + relation + "“" + label(other) + "”" + bound.get(),
                    "核对两个日期");
        }
    }

    /** As exactly as both are known: a year is neither before nor after a day in it. */
    private static int compared(PartialDate one, PartialDate other) {
        if (one.year() != other.year()) {
            return Integer.signum(one.year() - other.year());
        } else if (one.month() == 0 || other.month() == 0 || one.month() != other.month()) {
            return one.month() == 0 || other.month() == 0 ? 0 : Integer.signum(one.month() - other.month());
        }
        return one.day() == 0 || other.day() == 0 ? 0 : Integer.signum(one.day() - other.day());
    }

    private void sum(Field field, List<String> parts) {
        Optional<BigDecimal> whole = number(field.key());
        List<Optional<BigDecimal>> numbers = parts.stream().map(this::number).toList();
        if (whole.isEmpty() || numbers.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        BigDecimal sum = numbers.stream().map(Optional::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(whole.get()) != 0) {
            diagnostics.error(
                    given.get(field.key()).orElseThrow().where(),
                    "sum-wrong",
                    "“" + field.label() + "”写的是 " + whole.get().toPlainString() + "，"
                            + String.join(
                                    "加",
                                    parts.stream()
                                            .map(part -> "“" + label(part) + "”")
                                            .toList())
                            + "是 " + sum.toPlainString(),
                    "核对这几个数");
        }
    }

    private Optional<BigDecimal> number(String key) {
        return given.each(key, Value.Number.class).map(Value.Number::number).findFirst();
    }

    private void ascending(Field field, String by) {
        PartialDate last = null;
        for (Value.Record record : records(field)) {
            Optional<PartialDate> date = record.fields().date(by);
            if (date.isPresent() && last != null && compared(date.get(), last) < 0) {
                diagnostics.error(
                        record.fields().get(by).orElseThrow().where(),
                        "list-order",
                        "“" + field.label() + "”里 " + date.get() + " 排在 " + last + " 之后",
                        "按时间先后排");
            }
            last = date.orElse(last);
        }
    }

    private void distinct(Field field, String by) {
        Map<String, Value> first = new HashMap<>();
        for (Value.Record record : records(field)) {
            record.fields()
                    .get(by)
                    .filter(value -> !(value instanceof Value.Unrecorded))
                    .ifPresent(value -> {
                        Value earlier = first.putIfAbsent(value.text(), value);
                        if (earlier != null) {
                            diagnostics.error(
                                    value.where(),
                                    "list-same",
                                    "“" + field.label() + "”里“" + value.text() + "”写了两次，第一次在第 "
                                            + earlier.where().line() + " 行",
                                    "每一项的“" + innerLabel(field, by) + "”要互不相同");
                        }
                    });
        }
    }

    private List<Value.Record> records(Field field) {
        return given.each(field.key(), Value.Record.class).toList();
    }

    private void endings(Field field, Value.Asset asset, List<String> endings) {
        String name = asset.path().substring(asset.path().lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!endings.contains(ending)) {
            diagnostics.error(
                    asset.where(),
                    "file-ending",
                    "“" + field.label() + "”不收“" + name + "”这种文件",
                    "可以是 " + String.join("、", endings) + "；别的格式先转换");
        } else if (name.chars().anyMatch(c -> Character.isWhitespace(c) || c == 0xFFFD || c < ' ')) {
            diagnostics.error(asset.where(), "file-name", "文件名“" + name + "”里有空格或乱码", "改成英文字母、数字和连字符的名字，显示的名称另写在条目里");
        }
    }

    private String label(String key) {
        return known.stream()
                .filter(field -> field.key().equals(key))
                .map(Field::label)
                .findFirst()
                .orElse(key);
    }

    private static String innerLabel(Field field, String key) {
        return field.kind() instanceof Field.Record record
                ? record.fields().stream()
                        .filter(inner -> inner.key().equals(key))
                        .map(Field::label)
                        .findFirst()
                        .orElse(key)
                : key;
    }
}
