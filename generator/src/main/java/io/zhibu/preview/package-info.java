/**
 * Shows a site while it is being written: builds it in memory when a file changes, and answers a browser from the last state of it. Writes
 * no site anywhere; what it adds to a page is in the bytes that it answers with alone.
 */
package io.zhibu.preview;
