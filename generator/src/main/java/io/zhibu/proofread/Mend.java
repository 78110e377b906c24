package io.zhibu.proofread;

/**
 * A change that puts a finding right and can't hurt.
 *
 * @param from place in the text, in UTF-16 units
 * @param to where what is replaced ends
 */
record Mend(int from, int to, String instead) {}
