package io.zhibu.markdown;

import io.zhibu.page.Body;
import io.zhibu.page.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes events and leaves out elements that are nested too deep, so that nobody after us has to. Keeps what they hold. */
final class Sink {
    static final int DEEPEST = 100;

    private final Body.Builder builder = new Body.Builder();
    private final Deque<List<Event>> held = new ArrayDeque<>();
    private final Warnings warnings;
    private int depth;
    private int offset;
    private boolean warned;

    Sink(Warnings warnings) {
        this.warnings = warnings;
    }

    /** Says where in the source the next events come from. */
    void at(int newOffset) {
        offset = newOffset;
    }

    void start(Event.Element element) {
        add(new Event.Start(element));
    }

    void end(Event.Element element) {
        add(new Event.End(element));
    }

    void add(Event event) {
        boolean kept = true;
        if (event instanceof Event.Start) {
            kept = ++depth <= DEEPEST;
        } else if (event instanceof Event.End) {
            kept = depth-- <= DEEPEST;
        }
        if (kept) {
            put(event);
        } else if (!warned) {
            warned = true;
            warnings.tooDeep(offset, DEEPEST);
        }
    }

    private void put(Event event) {
        if (held.isEmpty()) {
            builder.add(event);
        } else {
            held.peek().add(event);
        }
    }

    /** Keeps the events from here on aside. */
    void hold() {
        held.push(new ArrayList<>());
    }

    /** What was kept aside. */
    List<Event> release() {
        return held.pop();
    }

    Body body() {
        return builder.build();
    }
}
