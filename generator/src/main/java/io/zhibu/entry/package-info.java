/** The page of one entry: the entry as templates see it, its text, facts and neighbours. */
package io.zhibu.entry;
