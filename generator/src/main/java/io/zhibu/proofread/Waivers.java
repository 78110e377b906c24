package io.zhibu.proofread;

import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notes of a file that take it out of a rule: {@code <!-- check-off: rule why not -->}. */
final class Waivers {
    private static final Pattern NOTE =
            Pattern.compile("<!--\\s*check-off\\s*[:：]\\s*([\\w-]*)[ \\t，,：:]*([^\\r\\n]*?)\\s*-->");

    private Waivers() {}

    static List<Waiver> of(Script script) {
        List<Waiver> waivers = new ArrayList<>();
        if (script.text().contains("check-off")) {
            for (Matcher note = NOTE.matcher(script.text()); note.find(); ) {
                if (script.isNote(note.start())) {
                    Where where = script.where(note.start(1));
                    waivers.add(new Waiver(note.group(1), note.group(2), where));
                }
            }
        }
        return waivers;
    }
}
