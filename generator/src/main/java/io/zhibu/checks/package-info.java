/** One class per rule about content: reads the catalogue, returns diagnostics. Grows by adding a file and its line in {@link io.zhibu.checks.Checks}. */
package io.zhibu.checks;
