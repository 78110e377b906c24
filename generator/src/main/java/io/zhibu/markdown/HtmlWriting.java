package io.zhibu.markdown;

import io.zhibu.page.Body;
import io.zhibu.page.Event.Place;
import java.util.Map;

/**
 * A body to HTML. Writes neither styles nor scripts, so that a strict content security policy holds, and does not know where links lead:
 * the caller says that. One of these serves all threads.
 */
public final class HtmlWriting {
    /** Where links and pictures lead on the page that is written. */
    public interface Targets {
        /** All targets stay as they were written. */
        Targets AS_WRITTEN = new Targets() {};

        default String link(String target, Place place) {
            return target;
        }

        default String image(String target, Place place) {
            return target;
        }

        /** What else stands in a picture's tag: attributes in this order, values not yet escaped. */
        default Map<String, String> imageAttributes(String target, Place place) {
            return Map.of();
        }
    }

    private final Profile profile;

    public HtmlWriting(Profile profile) {
        this.profile = profile;
    }

    public String html(Body body, Targets targets) {
        Html html = new Html(profile == Profile.CHINESE, targets);
        body.forEach(html::take);
        boolean raw = profile == Profile.CHINESE && html.holdsRaw();
        return raw ? Cleaning.cleaned(html.toString()) : html.toString();
    }
}
