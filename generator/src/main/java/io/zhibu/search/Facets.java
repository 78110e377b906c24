package io.zhibu.search;

import io.zhibu.catalogue.Choice;
import io.zhibu.catalogue.Choices;
import io.zhibu.memo.Packing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What readers narrow a list down by: groups of values, and which pages have each. */
final class Facets {
    /** Pages whose order stands in one file. */
    private static final int PIECE = 4096;

    private static final int FALLS = 0;
    private static final int RISES = Coder.NUMBER;
    private static final int STEP = RISES + 1;
    private static final int CONTEXTS = STEP + Integer.SIZE * Coder.NUMBER;

    private final List<Filing> entries = new ArrayList<>();

    /** What a page is filed under. */
    private record Filing(boolean sample, long day, List<Choice> choices) {}

    void add(Entry entry) {
        entries.add(new Filing(entry.sample(), entry.day(), entry.choices()));
    }

    /** What these are, for {@link #add(Packing.In)}. */
    void write(Packing.Out out) {
        Map<Choice, Integer> numbers = new LinkedHashMap<>();
        entries.forEach(entry -> entry.choices().forEach(choice -> numbers.putIfAbsent(choice, numbers.size())));
        out.number(numbers.size());
        numbers.keySet()
                .forEach(choice -> out.text(choice.group()).text(choice.key()).text(choice.label()));
        out.number(entries.size());
        for (Filing entry : entries) {
            out.flag(entry.sample())
                    .text(Long.toString(entry.day()))
                    .number(entry.choices().size());
            entry.choices().forEach(choice -> out.number(numbers.get(choice)));
        }
    }

    void add(Packing.In in) {
        List<Choice> numbered = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            numbered.add(new Choice(in.text(), in.text(), in.text()));
        }
        for (int left = in.number(); left > 0; left--) {
            boolean sample = in.flag();
            long day = Long.parseLong(in.text());
            List<Choice> choices = new ArrayList<>();
            for (int more = in.number(); more > 0; more--) {
                choices.add(numbered.get(in.number()));
            }
            entries.add(new Filing(sample, day, choices));
        }
    }

    private record Value(String key, String label, List<Integer> pages) {}

    /**
     * Groups and values with how many pages have each, and for each group where its pages stand; then where the order of all pages stands.
     *
     * @param pieces whether that is in files of their own, which only those fetch who narrow down by a group, or list all pages
     */
    byte[] packed(Shards shards, boolean pieces) {
        UnaryOperator<byte[]> place = pieces
                ? coded -> shards.add("f", shards.coded(coded))
                : coded -> new Bytes().numbered(coded).all();
        Bytes bytes = new Bytes().number(Choices.GROUPS.size());
        Choices.GROUPS.forEach((key, label) -> {
            List<Value> values = values(key);
            bytes.text(key).text(label).number(values.size());
            values.forEach(value -> bytes.text(value.key())
                    .text(value.label())
                    .number(value.pages().size()));
            bytes.raw(place.apply(pages(values)));
        });
        List<Integer> newest = newestFirst();
        int piece = pieces ? PIECE : Math.max(1, newest.size());
        for (int from = 0; from < newest.size(); from += piece) {
            bytes.raw(place.apply(order(newest.subList(from, Math.min(newest.size(), from + piece)))));
        }
        return bytes.all();
    }

    /** The fewer the pages of a value, the wider their steps. */
    private byte[] pages(List<Value> values) {
        Coder coder = new Coder(CONTEXTS);
        for (Value value : values) {
            int context =
                    STEP + Coder.NUMBER * bits(entries.size() / value.pages().size());
            int before = -1;
            for (int page : value.pages()) {
                coder.number(context, page - before);
                before = page;
            }
        }
        return coder.all();
    }

    /** Pages of one day stand in their order. */
    private byte[] order(List<Integer> pages) {
        Coder coder = new Coder(CONTEXTS);
        int before = -1;
        for (int page : pages) {
            coder.bit(RISES, page > before ? 0 : 1);
            coder.number(page > before ? STEP : FALLS, Math.abs(page - before));
            before = page;
        }
        return coder.all();
    }

    private static int bits(int value) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value);
    }

    private List<Value> values(String group) {
        Map<String, Value> values = new TreeMap<>();
        for (int page = 0; page < entries.size(); page++) {
            for (Choice choice : entries.get(page).choices()) {
                if (choice.group().equals(group)) {
                    values.computeIfAbsent(choice.key(), key -> new Value(key, choice.label(), new ArrayList<>()))
                            .pages()
                            .add(page);
                }
            }
        }
        Comparator<Value> order = group.equals("year")
                ? Comparator.comparing(Value::key).reversed()
                : Comparator.<Value>comparingInt(value -> -trueOnes(value))
                        .thenComparing(value -> -value.pages().size())
                        .thenComparing(Value::key);
        return values.values().stream().sorted(order).toList();
    }

    private int trueOnes(Value value) {
        return (int) value.pages().stream()
                .filter(page -> !entries.get(page).sample())
                .count();
    }

    /** Made-up ones after all others. */
    private List<Integer> newestFirst() {
        return IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(
                                page -> entries.get(page).sample())
                        .thenComparing(page -> -entries.get(page).day())
                        .thenComparing(page -> page))
                .toList();
    }
}
