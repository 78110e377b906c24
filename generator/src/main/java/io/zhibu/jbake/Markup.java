package io.zhibu.jbake;

import java.util.function.Supplier;

/** HTML that is made when a template asks for it, and that auto-escaping must leave alone. */
public record Markup(Supplier<String> html) {
    @Override
    public String toString() {
        return html.get();
    }
}
