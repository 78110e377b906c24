/**
 * A manuscript to a begun entry: Markdown that says the same, front matter whose guesses are marked 待核, and a report of what was lost,
 * changed or guessed. Also an entry that begins from nothing. Hands out values and writes no file.
 */
package io.zhibu.intake;
