package io.zhibu.intake;

import io.zhibu.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of one document.
 *
 * @param name of the document, as it was asked for
 * @param entry path of the entry from the site's root; empty if there is none
 * @param tally of what was written or would be
 * @param lines that say more
 */
public record Imported(
        String name,
        State state,
        String entry,
        Optional<Entry.Tally> tally,
        List<Diagnostic> diagnostics,
        List<String> lines) {
    public enum State {
        WRITTEN("已导入"),
        TRIED("试过，没有写"),
        REPLACED("换成了新的"),
        SAME("没有变"),
        CHANGED("Word 改过，条目没有动"),
        REFUSED("没有导入");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether nothing is left to be decided. */
        public boolean isGood() {
            return this != CHANGED && this != REFUSED;
        }
    }

    public Imported {
        diagnostics = List.copyOf(diagnostics);
        lines = List.copyOf(lines);
    }
}
