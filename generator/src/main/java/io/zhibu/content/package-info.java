/**
 * Walks {@code content/} and makes each file a page, or diagnostics. The only room that walks folders of content; nothing after it opens
 * a source file again, except to copy what lies beside an entry.
 */
package io.zhibu.content;
