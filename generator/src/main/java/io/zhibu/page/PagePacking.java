package io.zhibu.page;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Where;
import io.zhibu.memo.Packing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages to bytes and back. Of a place the file is told once: all of a page stands in one. */
public final class PagePacking {
    private final String file;

    private PagePacking(String file) {
        this.file = file;
    }

    public static void write(Page page, Packing.Out out) {
        Page.Heading heading = page.heading();
        out.text(heading.where().file());
        PagePacking packing = new PagePacking(heading.where().file());
        out.text(heading.id()).text(heading.type()).text(heading.title());
        out.number(heading.status().ordinal()).flag(heading.sample()).text(heading.restriction());
        out.text(heading.address().path());
        packing.where(heading.where(), out);
        packing.fields(page.fields(), out);
        out.bytes(page.body().packed());
        out.number(page.attached().size());
        for (Page.Attached one : page.attached()) {
            out.text(one.path()).text(Long.toString(one.size()));
            packing.where(one.where(), out);
        }
    }

    public static Page read(Packing.In in) {
        PagePacking packing = new PagePacking(in.text());
        String id = in.text();
        String type = in.text();
        String title = in.text();
        Status status = Status.values()[in.number()];
        boolean sample = in.flag();
        String restriction = in.text();
        Address address = new Address(in.text());
        Page.Heading heading =
                new Page.Heading(id, type, title, status, sample, restriction, address, packing.where(in));
        Fields fields = packing.fields(in);
        Body body = Body.packed(in.bytes());
        List<Page.Attached> attached = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            attached.add(new Page.Attached(in.text(), Long.parseLong(in.text()), packing.where(in)));
        }
        return new Page(heading, fields, body, attached);
    }

    private void where(Where where, Packing.Out out) {
        boolean own = where.file().equals(file);
        out.flag(own);
        if (!own) {
            out.text(where.file());
        }
        out.number(where.line()).number(where.column());
    }

    private Where where(Packing.In in) {
        String of = in.flag() ? file : in.text();
        return new Where(of, in.number(), in.number());
    }

    private void fields(Fields fields, Packing.Out out) {
        out.number(fields.all().size());
        fields.all().forEach((key, value) -> {
            out.text(key);
            value(value, out);
        });
    }

    private Fields fields(Packing.In in) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            values.put(in.text().intern(), value(in));
        }
        return values.isEmpty() ? Fields.none() : new Fields(values);
    }

    private void value(Value value, Packing.Out out) {
        if (value instanceof Value.Text text) {
            out.code('t').text(text.text());
        } else if (value instanceof Value.Number number) {
            out.code('n').text(number.number().toString());
        } else if (value instanceof Value.Flag flag) {
            out.code('f').flag(flag.flag());
        } else if (value instanceof Value.Date date) {
            out.code('d')
                    .number(date.date().year())
                    .number(date.date().month())
                    .number(date.date().day());
        } else if (value instanceof Value.Term term) {
            out.code('w').text(term.vocabulary()).text(term.key()).text(term.label());
        } else if (value instanceof Value.Reference reference) {
            out.code('r').text(reference.type()).text(reference.id());
        } else if (value instanceof Value.Asset asset) {
            out.code('a').text(asset.path());
        } else if (value instanceof Value.Many many) {
            out.code('m').number(many.values().size());
            many.values().forEach(one -> value(one, out));
        } else if (value instanceof Value.Record record) {
            out.code('o');
            fields(record.fields(), out);
        } else {
            out.code('u');
        }
        where(value.where(), out);
    }

    private Value value(Packing.In in) {
        char kind = in.code();
        return switch (kind) {
            case 't' -> new Value.Text(in.text(), where(in));
            case 'n' -> new Value.Number(new BigDecimal(in.text()), where(in));
            case 'f' -> new Value.Flag(in.flag(), where(in));
            case 'd' -> new Value.Date(new PartialDate(in.number(), in.number(), in.number()), where(in));
            case 'w' ->
                new Value.Term(in.text().intern(), in.text().intern(), in.text().intern(), where(in));
            case 'r' -> new Value.Reference(in.text().intern(), in.text(), where(in));
            case 'a' -> new Value.Asset(in.text(), where(in));
            case 'm' -> many(in);
            case 'o' -> new Value.Record(fields(in), where(in));
            case 'u' -> new Value.Unrecorded(where(in));
            default -> throw new IllegalStateException("no value has the code " + kind);
        };
    }

    private Value many(Packing.In in) {
        List<Value> values = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            values.add(value(in));
        }
        return new Value.Many(values, where(in));
    }
}
