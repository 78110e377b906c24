package io.zhibu.proofread;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.List;

/** What one rule says about a text. */
final class Read {
    private static final Where FILE = Where.inFile("a.md");

    private Read() {}

    /** A line each: place and message. */
    static List<String> by(Rule rule, String text) {
        return all(rule, text).stream()
                .map(one -> one.where().line() + ":" + one.where().column() + " " + one.message())
                .toList();
    }

    static List<Diagnostic> all(Rule rule, String text) {
        Findings findings = new Findings(Script.ofEntry(text, FILE));
        rule.look(findings.script(), findings);
        return findings.diagnostics();
    }

    /** Whether the rule finds anything. */
    static boolean finds(Rule rule, String text) {
        return !all(rule, text).isEmpty();
    }
}
