package io.zhibu.render;

import io.zhibu.page.Body;
import io.zhibu.page.Event;

/** A body to HTML. Safe to call from many threads. */
@FunctionalInterface
public interface BodyWriting {
    String html(Body body, Targets targets);

    /** What stands in a link or picture of the finished page for what the editor wrote. */
    interface Targets {
        String link(String target, Event.Place place);

        String image(String target, Event.Place place);
    }
}
