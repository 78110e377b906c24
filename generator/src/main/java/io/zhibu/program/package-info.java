/** Runs another program and tells what it said. */
package io.zhibu.program;
