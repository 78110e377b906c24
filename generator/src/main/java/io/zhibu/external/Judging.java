package io.zhibu.external;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What editors are told of the answers, at each place where an address is written. */
public final class Judging {
    /** A host that is silent for so many days isn't just being mended. */
    private static final int LONG = 7;

    private Judging() {}

    /** @param written the places of each address */
    public static List<Diagnostic> judge(Map<String, List<Where>> written, Answers answers) {
        List<Diagnostic> told = new ArrayList<>();
        written.forEach((address, places) ->
                answers.of(address).ifPresent(answer -> places.forEach(place -> judge(address, answer, place, told))));
        return told.stream().sorted().toList();
    }

    private static void judge(String address, Answer answer, Where place, List<Diagnostic> told) {
        String when = answer.asked() + " 问的"
                + (answer.since().equals(answer.asked()) ? "" : "，从 " + answer.since() + " 起就这样");
        switch (answer.kind()) {
            case GONE ->
                told.add(Diagnostic.warning(
                        place,
                        "external-gone",
                        "外站的“" + address + "”没有了（" + answer.word() + "，" + when + "）",
                        "找到新的网址换上；找不到的，写明查阅日期，去掉链接"));
            case MOVED ->
                told.add(Diagnostic.notice(
                        place,
                        "external-moved",
                        "外站的“" + address + "”搬到了 " + answer.word() + "（" + when + "）",
                        "打开看看，内容还是那一篇，就换成新的网址"));
            case SILENT -> {
                boolean isLong = !answer.since().plusDays(LONG).isAfter(answer.asked());
                String message = "外站的“" + address + "”打不开：" + answer.word() + "（" + when + "）";
                told.add(
                        isLong
                                ? Diagnostic.warning(place, "external-silent", message, "用浏览器看看；确实没有了，换一个网址或去掉链接")
                                : Diagnostic.notice(place, "external-silent", message, "过几天再查一次"));
            }
            case THERE, CLOSED -> {
                // Somebody is there.
            }
        }
    }
}
