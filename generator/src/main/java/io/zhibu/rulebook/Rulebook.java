package io.zhibu.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All rules that are written up, in the order of the book. */
public final class Rulebook {
    private static final int COLUMNS = 6;

    private final Map<String, Rule> rules;

    private Rulebook(Map<String, Rule> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    /** The product's own. A line each: id, level, title, why, wrong, right, with tabs between, below the subject after a number sign; {@code ⏎} is a line end, {@code ␉} a tab of an example. */
    public static Rulebook own() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        String subject = "";
        for (String line : text().lines().toList()) {
            if (line.startsWith("# ")) {
                subject = line.substring(2);
            } else if (rules.put(line.substring(0, line.indexOf('\t')), read(subject, line)) != null) {
                throw new IllegalStateException("twice in the book of rules: " + line);
            }
        }
        return new Rulebook(rules);
    }

    private static Rule read(String subject, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("not " + COLUMNS + " cells in the book of rules: " + line);
        }
        boolean fixed = cells[1].endsWith("!");
        Level level = Level.of(fixed ? cells[1].substring(0, cells[1].length() - 1) : cells[1])
                .orElseThrow();
        return new Rule(subject, cells[0], level, fixed, cells[2], cells[3], example(cells[4]), example(cells[5]));
    }

    private static String example(String cell) {
        return cell.replace('⏎', '\n').replace('␉', '\t');
    }

    private static String text() {
        try (InputStream in = Rulebook.class.getResourceAsStream("rules.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    public Collection<Rule> rules() {
        return rules.values();
    }

    public Collection<String> ids() {
        return rules.keySet();
    }

    /** Whether a site may make it graver or lighter. */
    public boolean isAdjustable(String id) {
        return rule(id).filter(rule -> !rule.fixed()).isPresent();
    }
}
