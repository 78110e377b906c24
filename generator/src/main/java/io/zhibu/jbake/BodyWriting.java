package io.zhibu.jbake;

import io.zhibu.page.Body;
import io.zhibu.page.Event;
import java.util.Map;

/** A body to HTML. Safe to call from many threads. */
@FunctionalInterface
public interface BodyWriting {
    String html(Body body, Targets targets);

    /** What stands in a link or picture of the finished page for what the editor wrote. */
    interface Targets {
        String link(String target, Event.Place place);

        String image(String target, Event.Place place);

        /** What else stands in the picture's tag: attributes in this order, values not yet escaped. */
        default Map<String, String> imageAttributes(String target, Event.Place place) {
            return Map.of();
        }
    }
}
