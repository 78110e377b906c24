package io.zhibu.page;

import io.zhibu.diagnostic.Where;
import java.math.BigDecimal;
import java.util.List;

/** What one field holds, typed as the schema says, and where it stands. It does not know which field it belongs to. */
public sealed interface Value {
    /** The first character of the value in its file. */
    Where where();

    /** As a reader sees it, in plain text. */
    String text();

    /** A line of text, an address on the web, or one of a fixed choice of words. */
    record Text(String text, Where where) implements Value {}

    record Number(BigDecimal number, Where where) implements Value {
        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    record Flag(boolean flag, Where where) implements Value {
        @Override
        public String text() {
            return flag ? "是" : "否";
        }
    }

    record Date(PartialDate date, Where where) implements Value {
        @Override
        public String text() {
            return date.toString();
        }
    }

    /** A word of a vocabulary, by its key; the label is the vocabulary's. */
    record Term(String vocabulary, String key, String label, Where where) implements Value {
        @Override
        public String text() {
            return label;
        }
    }

    /** Another page, by its id. Whether there is one, the checks tell. */
    record Reference(String type, String id, Where where) implements Value {
        @Override
        public String text() {
            return id;
        }
    }

    /** A file beside the entry, by its path from the entry's folder. */
    record Asset(String path, Where where) implements Value {
        @Override
        public String text() {
            return path;
        }
    }

    record Many(List<Value> values, Where where) implements Value {
        public Many {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return String.join("、", values.stream().map(Value::text).toList());
        }
    }

    record Record(Fields fields, Where where) implements Value {
        @Override
        public String text() {
            return String.join(
                    "，", fields.all().values().stream().map(Value::text).toList());
        }
    }

    /** 未载: the field is required and no source gives it. Shown so, never counted. */
    record Unrecorded(Where where) implements Value {
        public static final String WORD = "未载";

        @Override
        public String text() {
            return WORD;
        }
    }
}
