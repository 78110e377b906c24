/**
 * Reads what an editor typed, character by character, for what a reader must not see or would stumble over: personal data, marks of secrecy,
 * slips of Chinese copy, the site's own word lists. One class per rule. Works on texts alone: it knows neither entries nor Markdown's meaning,
 * only which characters are prose. Mends texts, and writes none.
 */
package io.zhibu.proofread;
