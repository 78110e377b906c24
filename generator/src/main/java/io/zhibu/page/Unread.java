package io.zhibu.page;

/**
 * A source file that no page could be made of. What is wrong with it has been said; who links to it is not to blame.
 *
 * @param file path from the site's root
 * @param id that its page would have, so far as can be told
 * @param draft whether it calls itself one, so far as can be told: the site is made without it
 */
public record Unread(String file, String id, boolean draft) {
    public Unread(String file, String id) {
        this(file, id, false);
    }
}
