package io.zhibu.markdown;

import com.vladsch.flexmark.util.ast.Node;
import io.zhibu.page.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notes of one text: which are defined, and in which order they are first mentioned. Does not translate them. */
final class Notes {
    /** A note, and how often it was mentioned. */
    static final class Note {
        private final Node block;
        private int number;
        private int mentions;

        private Note(Node block) {
            this.block = block;
        }

        Node block() {
            return block;
        }

        int number() {
            return number;
        }

        int mentions() {
            return mentions;
        }
    }

    private final Map<String, Note> defined = new HashMap<>();
    private final List<Note> mentioned = new ArrayList<>();

    /** The first of a label counts. */
    void define(String label, Node block) {
        defined.putIfAbsent(LinkParts.normalized(label), new Note(block));
    }

    Optional<Event.NoteMark> mark(String label) {
        Note note = defined.isEmpty() ? null : defined.get(LinkParts.normalized(label));
        if (note == null) {
            return Optional.empty();
        }
        if (note.number == 0) {
            mentioned.add(note);
            note.number = mentioned.size();
        }
        return Optional.of(new Event.NoteMark(note.number, ++note.mentions));
    }

    /** In the order of their numbers. Grows while notes that mention notes are read. */
    List<Note> mentioned() {
        return mentioned;
    }
}
