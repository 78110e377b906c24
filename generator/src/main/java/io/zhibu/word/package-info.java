/**
 * Entries, collections and forms as Word documents, set as official papers are. Writes bytes that are the same each time, and reads
 * nothing but the pictures that go in.
 */
package io.zhibu.word;
