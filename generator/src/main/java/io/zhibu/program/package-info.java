/** Starts another program. Decides neither which nor what to do with what it says. */
package io.zhibu.program;
