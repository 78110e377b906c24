package io.zhibu.markdown;

import io.zhibu.page.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notes of one text: which are defined, in which order they are first mentioned, and which are only one of both. */
final class Notes {
    private static final Pattern MENTION = Pattern.compile("\\[\\^([\\p{L}\\p{N}_.*-]{1,60})\\](?![(\\[])");

    /** A note, and how often it was mentioned. */
    static final class Note {
        private final Box block;
        private int number;
        private int mentions;

        private Note(Box block) {
            this.block = block;
        }

        Box block() {
            return block;
        }

        int number() {
            return number;
        }

        int mentions() {
            return mentions;
        }
    }

    private final Map<String, Note> defined = new LinkedHashMap<>();
    private final List<Note> mentioned = new ArrayList<>();
    private final Set<String> missed = new HashSet<>();

    /** The first of a label counts. */
    void define(String label, Box block, Warnings warnings) {
        if (defined.putIfAbsent(LinkParts.normalized(label), new Note(block)) != null) {
            warnings.noteTwice(label, block.offset());
        }
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

    /** Tells of each label once that a text mentions and nothing defines. */
    void missing(Leaf leaf, String literal, Warnings warnings) {
        if (!literal.contains("[^")) {
            return;
        }
        for (Matcher mention = MENTION.matcher(literal); mention.find(); ) {
            if (missed.add(mention.group(1))) {
                List<String> labels =
                        defined.values().stream().map(Notes::label).toList();
                warnings.noteMissing(mention.group(1), labels, leaf.offset(mention.start()));
            }
        }
    }

    /** To be called when all has been read. */
    void unused(Warnings warnings) {
        for (Note note : defined.values()) {
            if (note.number == 0) {
                warnings.noteUnused(label(note), note.block.offset());
            }
        }
    }

    private static String label(Note note) {
        return ((Box.Note) note.block.marker()).label();
    }
}
