/**
 * What a character is, whatever it says: one that no text may hold, one that nobody sees, one that stands for another, one that is written
 * without spaces. Knows nothing of pages, of Markdown and of what words mean.
 */
package io.zhibu.unicode;
