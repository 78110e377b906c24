/** Words on the command line to calls; diagnostics to text and exit codes. Decides nothing about the site itself. */
package io.zhibu.cli;
