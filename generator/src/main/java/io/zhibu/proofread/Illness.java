package io.zhibu.proofread;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody who is named suffers from. */
final class Illness implements Rule {
    private static final String WHO =
            "(?:同志|先生|女士|老人|党员|职工|书记|主任|队长|老师|师傅|妻子|丈夫|爱人|母亲|父亲|岳父|岳母|儿子|女儿|孩子|家属|大爷|大妈|阿姨|某|[他她])";
    private static final Pattern ILLNESS = Pattern.compile(WHO
            + "[^。；\\n|]{0,16}?(?:身患|患有|患上|罹患|确诊|查出|诊断为|诊断出|得了|患)[^。；，\\n|]{0,8}?"
            + "(?:癌|白血病|尿毒症|艾滋|乙肝|丙肝|肝炎|肝硬化|抑郁|精神分裂|精神病|糖尿病|心脏病|冠心病|肿瘤|肺结核|尘肺|脑梗|脑溢血|中风|癫痫|帕金森|阿尔茨海默|痴呆|性病|梅毒|不孕)");

    private static final List<String> VERBS = List.of("患", "确诊", "查出", "诊断", "得了");
    /** How far before the verb the sentence may begin, and how far behind it may end. */
    private static final int BEFORE = 20;

    private static final int BEHIND = 24;

    /** Only around its verbs: tried at every character of a text, the pattern takes a third of all the time that proofreading takes. */
    @Override
    public void look(Script script, Findings findings) {
        String view = script.published();
        SortedSet<Integer> verbs = new TreeSet<>();
        for (String verb : VERBS) {
            for (int at = script.has(verb) ? view.indexOf(verb) : -1; at >= 0; at = view.indexOf(verb, at + 1)) {
                verbs.add(at);
            }
        }
        Matcher found = ILLNESS.matcher(view);
        int last = 0;
        for (int verb : verbs) {
            found.region(Math.max(last, verb - BEFORE), Math.min(view.length(), verb + BEHIND));
            if (last <= verb && found.find()) {
                findings.notice("illness", found.start(), "写着某个人得了什么病", "病情是个人隐私：删去，或只写“因病”");
                last = found.end();
            }
        }
    }
}
