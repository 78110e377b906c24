package io.zhibu.cli;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.io.Reader;

/**
 * Where a command speaks, and listens.
 *
 * @param interactive a person is looking: progress may be drawn over itself, and questions may be asked
 * @param in what the person types
 */
public record Console(PrintStream out, PrintStream err, boolean interactive, BufferedReader in) {
    /** Nobody types. */
    public Console(PrintStream out, PrintStream err, boolean interactive) {
        this(out, err, interactive, new BufferedReader(Reader.nullReader()));
    }
}
