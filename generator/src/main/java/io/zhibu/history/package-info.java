/** What Git knows of files. Runs the git command, reads only, and lets nothing that the repository configures run. */
package io.zhibu.history;
