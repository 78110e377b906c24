/** What is done to a disk: one act a method, one file at a time put in place of the last, one process at a time in a folder. Knows no site. */
package io.zhibu.disk;
