package io.zhibu.jbake;

import io.zhibu.memo.Digest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * HTML that is made when a template asks for it, and that auto-escaping must leave alone.
 *
 * @param digest of all that it is made from, quicker to tell than the HTML; empty where nobody can say
 */
public record Markup(Supplier<String> html, Optional<Supplier<Digest>> digest) {
    public Markup(Supplier<String> html) {
        this(html, Optional.empty());
    }

    public Markup(Supplier<String> html, Supplier<Digest> digest) {
        this(html, Optional.of(digest));
    }

    @Override
    public String toString() {
        return html.get();
    }
}
