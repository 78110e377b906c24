package io.zhibu.build;

import io.zhibu.config.Config;
import io.zhibu.content.BodyReading;
import io.zhibu.jbake.BodyWriting;
import io.zhibu.markdown.HtmlWriting;
import io.zhibu.markdown.MarkdownReading;
import io.zhibu.markdown.Profile;
import io.zhibu.page.Event;
import java.util.Map;
import java.util.function.Supplier;

/** Joins the room that knows Markdown to the two that don't: one reads texts, the other writes pages. */
final class Markdown {
    private static final String JBAKE_EXTENSIONS = "HARDWRAPS,AUTOLINKS,FENCED_CODE_BLOCKS,DEFINITIONS";

    private Markdown() {}

    static Supplier<BodyReading> reader(Config config) {
        String extensions = config.settings().get("markdown.extensions").orElse(JBAKE_EXTENSIONS);
        return () -> new MarkdownReading(profile(config), extensions)::read;
    }

    static BodyWriting writer(Config config) {
        HtmlWriting writing = new HtmlWriting(profile(config));
        return (body, targets) -> writing.html(body, new HtmlWriting.Targets() {
            @Override
            public String link(String target, Event.Place place) {
                return targets.link(target, place);
            }

            @Override
            public String image(String target, Event.Place place) {
                return targets.image(target, place);
            }

            @Override
            public Map<String, String> imageAttributes(String target, Event.Place place) {
                return targets.imageAttributes(target, place);
            }
        });
    }

    private static Profile profile(Config config) {
        return switch (config.dialect()) {
            case CHINESE -> Profile.CHINESE;
            case PLAIN -> Profile.PLAIN;
            case JBAKE -> Profile.JBAKE;
        };
    }
}
