package io.zhibu.diagnostic;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a stage made, and what it has to say about it. The value is there even when errors are: it is the best that could be made, so
 * that the stages after it find their own errors in the same run.
 */
public record Outcome<T>(T value, List<Diagnostic> diagnostics) {
    public Outcome {
        diagnostics = List.copyOf(diagnostics);
    }

    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(value, List.of());
    }

    public static <T> Outcome<T> of(T value, Diagnostics diagnostics) {
        return new Outcome<>(value, diagnostics.list());
    }

    /** The next stage on this value; what both say, in place order. */
    public <R> Outcome<R> then(Function<? super T, Outcome<R>> stage) {
        Outcome<R> next = stage.apply(value);
        if (diagnostics.isEmpty() && next.diagnostics.isEmpty()) {
            return next;
        }
        return new Outcome<>(
                next.value,
                Stream.concat(diagnostics.stream(), next.diagnostics.stream())
                        .sorted()
                        .distinct()
                        .toList());
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
