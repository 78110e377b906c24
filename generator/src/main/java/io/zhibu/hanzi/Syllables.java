package io.zhibu.hanzi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters taken as pinyin without tones, ü as v. The browser's client cuts by the same rules, in the same order, with the same bounds. */
public final class Syllables {
    /** Initials with their finals; 0 stands for no initial. */
    public static final String TABLE = "0:a ai an ang ao e ei en eng er o ou"
            + ";b:a ai an ang ao ei en eng i ian iao ie in ing o u"
            + ";p:a ai an ang ao ei en eng i ian iao ie in ing o ou u"
            + ";m:a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"
            + ";f:a an ang ei en eng o ou u"
            + ";d:a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"
            + ";t:a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo"
            + ";n:a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve"
            + ";l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve"
            + ";g,k,h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"
            + ";j,q,x:i ia ian iang iao ie in ing iong iu u uan ue un"
            + ";zh,ch,sh:a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo"
            + ";r:an ang ao e en eng i ong ou u ua uan ui un uo"
            + ";z,c,s:a ai an ang ao e ei en eng i ong ou u uan ui un uo"
            + ";y:a an ang ao e i in ing o ong ou u uan ue un"
            + ";w:a ai an ang ao ei en eng o u";

    private static final int LONGEST = 6;
    private static final int MOST_WAYS = 6;
    private static final int MOST_OPEN = 96;
    private static final int MOST_SLIPS = 256;
    private static final int LONGEST_SLIP = 40;
    private static final Pattern UMLAUT = Pattern.compile("([nl])ue");

    private final List<String> all = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    public Syllables() {
        for (String row : TABLE.split(";")) {
            String[] sides = row.split(":");
            for (String initial : sides[0].split(",")) {
                for (String rest : sides[1].split(" ")) {
                    all.add((initial.equals("0") ? "" : initial) + rest);
                }
            }
        }
        known.addAll(all);
    }

    private static String plain(String letters) {
        Matcher found = UMLAUT.matcher(letters);
        return found.replaceAll("$1ve");
    }

    /** The ways to cut all the letters into syllables, those with a long first syllable first; some of them, if there are many. */
    public List<List<String>> whole(String letters) {
        List<List<String>> ways = new ArrayList<>();
        cut(plain(letters), 0, List.of(), MOST_WAYS, ways);
        return ways;
    }

    private void cut(String letters, int from, List<String> before, int most, List<List<String>> ways) {
        if (from == letters.length() && !before.isEmpty()) {
            ways.add(before);
        }
        for (int end = Math.min(letters.length(), from + LONGEST); end > from && ways.size() < most; end--) {
            if (known.contains(letters.substring(from, end))) {
                cut(letters, end, joined(before, letters.substring(from, end)), most, ways);
            }
        }
    }

    private static List<String> joined(List<String> before, String syllable) {
        List<String> more = new ArrayList<>(before);
        more.add(syllable);
        return more;
    }

    /** Likewise, where the last syllable was begun: each way with each syllable that begins so and has more letters. */
    public List<List<String>> open(String letters) {
        String plain = plain(letters);
        List<List<String>> ways = new ArrayList<>();
        for (int last = Math.max(0, plain.length() - LONGEST + 1); last < plain.length(); last++) {
            String begun = plain.substring(last);
            List<List<String>> before = last == 0 ? List.of(List.of()) : whole(plain.substring(0, last));
            for (List<String> way : before) {
                for (String syllable : all) {
                    if (syllable.length() > begun.length() && syllable.startsWith(begun) && ways.size() < MOST_OPEN) {
                        ways.add(joined(way, syllable));
                    }
                }
            }
        }
        return ways;
    }

    /** The ways to cut what was meant if one letter is wrong, missing or too many, or two changed places; the first letter is right. */
    public List<List<String>> slips(String letters) {
        String plain = plain(letters);
        List<List<String>> ways = new ArrayList<>();
        if (plain.length() < 4 || plain.length() > LONGEST_SLIP) {
            return ways;
        }
        Set<String> tried = new HashSet<>(Set.of(plain));
        for (int at = 1; at <= plain.length(); at++) {
            for (String one : near(plain, at)) {
                if (ways.size() < MOST_SLIPS && tried.add(one)) {
                    cut(one, 0, List.of(), ways.size() + 2, ways);
                }
            }
        }
        return ways;
    }

    private static List<String> near(String plain, int at) {
        List<String> near = new ArrayList<>();
        String before = plain.substring(0, at);
        if (at + 1 < plain.length()) {
            near.add(before + plain.charAt(at + 1) + plain.charAt(at) + plain.substring(at + 2));
        }
        if (at < plain.length()) {
            near.add(before + plain.substring(at + 1));
        }
        for (char c = 'a'; c <= 'z'; c++) {
            near.add(before + c + plain.substring(at));
            if (at < plain.length()) {
                near.add(before + c + plain.substring(at + 1));
            }
        }
        return near;
    }

    /** What a syllable is to an ear that doesn't tell zh from z, ch from c, sh from s, ng from n, l from n and f from h. */
    public static String alike(String syllable) {
        // Without regular expressions: it is asked for every character of every name.
        boolean hushed = syllable.length() > 1 && syllable.charAt(1) == 'h' && "zcs".indexOf(syllable.charAt(0)) >= 0;
        String flat = hushed ? syllable.charAt(0) + syllable.substring(2) : syllable;
        String heard = flat.endsWith("ng") ? flat.substring(0, flat.length() - 1) : flat;
        if (heard.startsWith("l")) {
            return "n" + heard.substring(1);
        }
        // Of h and f only those are one that a u follows: hua is fa, hui is fei.
        return switch (heard) {
            case "hui" -> "fei";
            case "hun", "hon" -> "fen";
            case "huo" -> "fo";
            default -> heard.startsWith("hua") ? "f" + heard.substring(2) : heard.equals("hu") ? "fu" : heard;
        };
    }
}
