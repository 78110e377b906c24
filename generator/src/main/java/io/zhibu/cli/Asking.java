package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.intake.Beginning;
import io.zhibu.intake.Guess;
import io.zhibu.intake.Picking;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A conversation about one entry: a question a line, Enter for what is written later. */
final class Asking {
    private static final int FEW = 12;

    private final Console console;
    private final Beginning beginning;

    Asking(Console console, Beginning beginning) {
        this.console = console;
        this.beginning = beginning;
    }

    /** What was typed, without blanks around it; empty if nobody types any more. */
    Optional<String> line(String question) throws IOException {
        console.err().print(question);
        console.err().flush();
        return Optional.ofNullable(console.in().readLine()).map(String::strip);
    }

    void say(String text) {
        console.err().println("  " + text);
    }

    /** What the field shall say; empty if it is written later, or nobody types any more. */
    Optional<Guess> value(Schema schema, Field field) throws IOException {
        Optional<Picking> picking =
                beginning.picking(field).filter(one -> !one.all().isEmpty());
        picking.filter(one -> one.all().size() <= FEW).ifPresent(one -> list(one.all()));
        String help = picking.isPresent() ? "（写编号、名称的开头、拼音或首字母" + (field.many() ? "，几个用逗号隔开" : "") + "）" : hint(field);
        while (true) {
            Optional<String> typed = line(field.label() + help + "：");
            if (typed.isEmpty() || typed.get().isEmpty()) {
                return Optional.empty();
            }
            Optional<String> meant = picking.isEmpty() ? typed : picked(picking.get(), field, typed.get());
            if (meant.isEmpty()) {
                continue;
            }
            Outcome<Guess> value = beginning.value(schema, field, meant.get(), Where.inFile(field.label()));
            List<Diagnostic> faults = value.diagnostics();
            if (faults.isEmpty()) {
                picking.ifPresent(any -> say("→ " + meant.get()));
                return Optional.of(value.value());
            }
            faults.forEach(one ->
                    say(one.message() + one.hint().map(text -> "；" + text).orElse("")));
        }
    }

    private static String hint(Field field) {
        if (field.kind() instanceof Field.Date date) {
            return date.exact() ? "（如 2026-07-01）" : "（如 2026、2026-07 或 2026-07-01）";
        } else if (field.kind() instanceof Field.Flag) {
            return "（true 或 false）";
        }
        return field.help().isEmpty() ? "" : "（" + field.help() + "）";
    }

    private void list(List<Picking.Option> options) {
        for (int at = 0; at < Math.min(options.size(), FEW); at++) {
            Picking.Option one = options.get(at);
            String name = one.names().isEmpty() || one.names().get(0).equals(one.value())
                    ? ""
                    : "  " + one.names().get(0);
            say((at + 1) + " " + one.value() + name);
        }
        if (options.size() > FEW) {
            say("……另有 " + (options.size() - FEW) + " 个，多写几个字");
        }
    }

    /** The words that were meant, with commas between them; empty if that isn't clear, which is said. */
    private Optional<String> picked(Picking picking, Field field, String typed) {
        Set<String> values = new LinkedHashSet<>();
        String[] words = field.many() ? typed.split("[,，、;；\\s]+") : new String[] {typed};
        for (String word : words) {
            if (word.isEmpty()) {
                continue;
            }
            Optional<Picking.Option> one = one(picking, field, word);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            values.add(one.get().value());
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join("、", values));
    }

    private Optional<Picking.Option> one(Picking picking, Field field, String word) {
        List<Picking.Option> all = picking.all();
        if (word.matches("\\d{1,2}") && all.size() <= FEW) {
            int number = Integer.parseInt(word);
            if (number >= 1 && number <= all.size()) {
                return Optional.of(all.get(number - 1));
            }
        }
        boolean unrecorded = word.equals("未载") && field.unrecorded();
        List<Picking.Option> matching =
                unrecorded ? List.of(new Picking.Option("未载", List.of())) : picking.matching(word);
        if (matching.size() == 1) {
            return Optional.of(matching.get(0));
        }
        if (matching.isEmpty()) {
            say("没有“" + word + "”" + (all.size() <= FEW ? "，从上面选" : "；换一个开头，或回车先不写"));
        } else {
            say("“" + word + "”有 " + matching.size() + " 个，多写几个字：");
            list(new ArrayList<>(matching));
        }
        return Optional.empty();
    }
}
