package io.zhibu.diagnostic;

import io.zhibu.memo.Packing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Diagnostics to bytes and back. */
public final class DiagnosticPacking {
    private DiagnosticPacking() {}

    public static void write(List<Diagnostic> diagnostics, Packing.Out out) {
        out.number(diagnostics.size());
        for (Diagnostic one : diagnostics) {
            out.text(one.where().file())
                    .number(one.where().line())
                    .number(one.where().column())
                    .number(one.severity().ordinal())
                    .text(one.rule())
                    .text(one.message())
                    .flag(one.hint().isPresent());
            one.hint().ifPresent(out::text);
        }
    }

    public static List<Diagnostic> read(Packing.In in) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            diagnostics.add(new Diagnostic(
                    new Where(in.text(), in.number(), in.number()),
                    Severity.values()[in.number()],
                    in.text(),
                    in.text(),
                    in.flag() ? Optional.of(in.text()) : Optional.empty()));
        }
        return diagnostics;
    }
}
