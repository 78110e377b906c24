package io.zhibu.page;

/**
 * A source file that no page could be made of. What is wrong with it has been said; who links to it is not to blame.
 *
 * @param file path from the site's root
 * @param id that its page would have, so far as can be told
 */
public record Unread(String file, String id) {}
