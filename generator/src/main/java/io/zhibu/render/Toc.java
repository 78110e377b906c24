package io.zhibu.render;

import io.zhibu.page.Body;
import io.zhibu.page.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of contents: headings of the second and third level, for templates. */
final class Toc {
    private Toc() {}

    static List<Map<String, Object>> of(Body body) {
        List<Map<String, Object>> toc = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        body.forEach(event -> {
            if (event instanceof Event.Start start && start.element() instanceof Event.Heading) {
                text.setLength(0);
            } else if (event instanceof Event.Text piece) {
                text.append(piece.text());
            } else if (event instanceof Event.Code code) {
                text.append(code.text());
            } else if (event instanceof Event.End end
                    && end.element() instanceof Event.Heading heading
                    && (heading.level() == 2 || heading.level() == 3)) {
                toc.add(Map.of("level", heading.level(), "id", heading.id(), "text", text.toString()));
            }
        });
        return toc;
    }
}
