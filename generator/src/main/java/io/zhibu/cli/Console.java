package io.zhibu.cli;

import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param interactive a person is looking: progress may be drawn over itself
 */
public record Console(PrintStream out, PrintStream err, boolean interactive) {}
