package io.zhibu.proofread;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name that counts, “三亮”, is followed by a bracket that lists another number of things. */
final class NumeralListed implements Rule {
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final Pattern NAME = Pattern.compile(
            "“([二两三四五六七八九十])([" + Han.IN + "])[" + Han.IN + "]{0,3}”[（(]([^（）()。；\\r\\n\\uFFFC]{3,80})[）)]");

    @Override
    public void look(Script script, Findings findings) {
        if (!script.has("”（", "”(")) {
            return;
        }
        for (Matcher name = NAME.matcher(script.prose()); name.find(); ) {
            String[] items = name.group(3).split("[、，]");
            boolean lists = items.length > 1;
            for (String item : items) {
                lists &= item.strip().startsWith(name.group(2));
            }
            int said = name.group(1).equals("两") ? 2 : NUMERALS.indexOf(name.group(1)) + 1;
            if (lists && items.length != said) {
                findings.notice(
                        "numeral-listed",
                        name.start(),
                        name.group().substring(0, name.group().indexOf('”') + 1) + "后面列了 " + items.length + " 项",
                        "补上缺的，或删去多出的；名称写错了就改名称");
            }
        }
    }
}
