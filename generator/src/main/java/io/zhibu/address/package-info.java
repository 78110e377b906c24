/**
 * Turns a source path or title into one site address and knows its two spellings: on disk and in a link. JBake has one string for both,
 * so that its own link to {@code 郑守仁.html} answers 404.
 */
package io.zhibu.address;
