package io.zhibu.hanzi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether texts sound alike, by every reading that a character has. Looks each character up once; used by one thread. */
public final class Sounds {
    private final Readings readings = new Readings(Map.of());
    private final Map<Character, List<String>> syllables = new HashMap<>();

    /** The reading of a run of characters in letters, without blanks; empty if a character in it has none. */
    public String letters(String run) {
        List<String> read = readings.of(run);
        return read.contains("") ? "" : String.join("", read);
    }

    /** Whether the two are of one length, and of their characters half are the same and the others sound alike. */
    public boolean alike(String one, String other) {
        if (one.length() != other.length() || one.length() > 1 && equal(one, other) * 2 < one.length()) {
            return false;
        }
        for (int at = 0; at < one.length(); at++) {
            if (!alike(one.charAt(at), other.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static int equal(String one, String other) {
        int equal = 0;
        for (int at = 0; at < one.length(); at++) {
            equal += one.charAt(at) == other.charAt(at) ? 1 : 0;
        }
        return equal;
    }

    private boolean alike(char one, char other) {
        return one == other || of(one).stream().anyMatch(of(other)::contains);
    }

    /** Whether the letters are the whole pinyin of the name, or the first letters of its characters. */
    public boolean spell(String letters, String name) {
        return letters.length() >= name.length() && (initials(letters, name) || spells(letters, 0, name, 0));
    }

    private boolean initials(String letters, String name) {
        if (letters.length() != name.length() || name.length() < 3) {
            return false;
        }
        for (int at = 0; at < name.length(); at++) {
            String initial = letters.substring(at, at + 1);
            if (of(name.charAt(at)).stream().noneMatch(one -> one.startsWith(initial))) {
                return false;
            }
        }
        return true;
    }

    private boolean spells(String letters, int from, String name, int at) {
        if (at == name.length()) {
            return from == letters.length();
        }
        for (String one : of(name.charAt(at))) {
            if (letters.startsWith(one, from) && spells(letters, from + one.length(), name, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private List<String> of(char c) {
        return Piece.isHan(c) ? syllables.computeIfAbsent(c, readings::all) : List.of();
    }
}
