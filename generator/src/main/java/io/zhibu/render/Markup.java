package io.zhibu.render;

import java.util.function.Supplier;

/** HTML that is made when a template asks for it, and that auto-escaping must leave alone. */
record Markup(Supplier<String> html) {
    @Override
    public String toString() {
        return html.get();
    }
}
