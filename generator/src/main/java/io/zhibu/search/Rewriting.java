package io.zhibu.search;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other texts that someone may have meant by a folded one. The browser's client has the same. */
final class Rewriting {
    private static final String MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü";
    private static final String PLAIN = "aaaaeeeeiiiioooouuuuvvvvv";
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern LETTERS = Pattern.compile("[a-z0-9]+");
    private static final Pattern TONES = Pattern.compile("(?:[a-z]{1,6}[1-5])+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?=[\\u4E00-\\u9FFF])");
    private static final Pattern YEAR = Pattern.compile("[〇零○一二三四五六七八九]{4}(?=年)");
    /** What only says that it is a question: longer wordings before those that they begin with. */
    private static final Pattern ASKING = Pattern.compile(
            "请问|想问一下|想知道|想了解|我想|我要|介绍一下|(?:要|是|有)?什么样的?人?"
                    + "|(?:要|该|应该|应)?(?:怎么样|怎么|怎样|如何|咋)(?:才能|才|去|来|样)?(?:写好|做好|开好|办好|抓好|搞好|用好|开展|进行|组织|写|做|开|办|抓|搞|填|算|报|选|用|[\\u4E00-\\u9FFF](?![\\u4E00-\\u9FFF]))?"
                    + "|(?:都)?(?:有|要|包括|是|叫|写|学|考|做|搞|讲|干|看)?(?:哪些|哪几种|哪几个|哪几项|哪几类|哪几|什么)(?:内容|要求|规定|条件|程序|步骤|意思|做法|不同|区别)?"
                    + "|(?:最少|至少|最多|需要|要)?(?:几个人|几个|几名|几人|几次|几年|多少人|多少名|多少|多长时间|多久|几)"
                    + "|为什么|为何|能不能|行不行|好不好|够不够|合适|可不可以|是不是|有没有|要不要|可以|在哪里|在哪儿|哪里|在哪|哪(?:个|家|天|年|月|位|条|种|类|项)|什么时候|何时|(?:由|是)?谁(?:来|去)?(?:[\\u4E00-\\u9FFF](?![\\u4E00-\\u9FFF]))?|吗|呢|吧|啊|一次|一下|的时候|一起|别的");

    /** Who asks so asks for many at once, for a number, or for what is first or last of them. */
    private static final Pattern LISTING = Pattern.compile(
            "哪|谁|多少|几[个次名人家条篇项]|^什么(?!是|叫)|名单|名录|一览|排名|最[多新近快]|这一周|本周|有什么|了什么|过什么|叫什么|什么时候|怎么样|有没有|都[有是]|历年|逐年|情况");

    /** Who asks how many people there are wants to know their number. */
    private static final Pattern PEOPLE =
            Pattern.compile("(?:最少|至少|最多|需要|要|有)*(?:几个人|几名|几人|多少人|多少名|多少个人|(?:几|多少)[名个]?(?=党员))");

    /** Between two words of letters. */
    private static final Pattern APART = Pattern.compile("(?<=[a-z]) +(?=[a-z])");

    /** What only joins words. */
    private static final Pattern JOINING = Pattern.compile("[的地得了和与及或在]");

    private Rewriting() {}

    /** The texts in the order in which they are tried, without the one itself. */
    static List<String> of(String text) {
        String toneless = toneless(text);
        String matter = matter(text);
        Set<String> texts = new LinkedHashSet<>(Arrays.asList(
                toneless,
                numerals(toneless),
                years(toneless),
                matter(replaced(PEOPLE, text, many -> "人数")),
                matter,
                numerals(matter),
                years(matter)));
        texts.add(replaced(JOINING, matter, joining -> " "));
        texts.removeIf(String::isBlank);
        texts.remove(text);
        return List.copyOf(texts);
    }

    /** The text without what only says that it is a question; the text itself if nothing were left. */
    static String matter(String text) {
        String toneless = toneless(text);
        String matter = replaced(ASKING, toneless, asking -> " ");
        return matter.isBlank() ? toneless : matter;
    }

    /** Syllables that were typed apart, as one word; empty if there are none. */
    static String run(String text) {
        String toneless = toneless(text);
        String run = APART.matcher(toneless).replaceAll("");
        return run.equals(toneless) ? "" : run;
    }

    /** What many are asked for, in parts; none if the text doesn't ask so. */
    static List<String> listed(String text) {
        return !LISTING.matcher(text).find()
                ? List.of()
                : Arrays.stream(replaced(LISTING, replaced(ASKING, toneless(text), asking -> " "), many -> " ")
                                .split("[ 的]+"))
                        .filter(part -> part.length() > 1)
                        .toList();
    }

    /** Whether it is the beginning of a question and says of nothing yet what is asked of it. */
    static boolean isAsking(String text) {
        return replaced(ASKING, text, asking -> "").isBlank();
    }

    private static String toneless(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = MARKED.indexOf(c);
            plain.append(at < 0 ? c : PLAIN.charAt(at));
        }
        return replaced(
                LETTERS, plain.toString(), word -> TONES.matcher(word).matches() ? word.replaceAll("[1-5]", "") : word);
    }

    /** With Han characters for the digits that stand before one. */
    static String numerals(String text) {
        return replaced(NUMBER, text, number -> {
            StringBuilder each = new StringBuilder();
            number.chars().forEach(digit -> each.append(DIGITS.charAt(digit - '0')));
            boolean ten = number.length() == 2 && number.charAt(0) != '0';
            return !ten
                    ? each.toString()
                    : (number.charAt(0) == '1' ? "" : each.substring(0, 1))
                            + "十"
                            + (number.charAt(1) == '0' ? "" : each.substring(1));
        });
    }

    private static String years(String text) {
        return replaced(YEAR, text, year -> {
            StringBuilder digits = new StringBuilder();
            year.chars().forEach(c -> digits.append(Math.max(0, DIGITS.indexOf(c))));
            return digits.toString();
        });
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group())));
    }
}
