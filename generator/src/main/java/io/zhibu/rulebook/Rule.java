package io.zhibu.rulebook;

/**
 * What there is to know about one rule.
 *
 * @param subject what else it stands together with in the book
 * @param level where the site says nothing else
 * @param fixed whether no site may change its level
 * @param title in a few words what is wrong
 * @param why why it matters
 * @param wrong an example, lines joined by line ends; in full-width brackets where it can only be described
 * @param right the same put right
 */
public record Rule(
        String subject, String id, Level level, boolean fixed, String title, String why, String wrong, String right) {
    /** What a site may do about it, in a sentence. */
    public String off() {
        return fixed
                ? "这条不能调，也不能不查。"
                : "整个站点：在 site-config/checks.yml 的 levels 里写“" + id + ": 不查”（或单项否决、扣分、提醒）。"
                        + "只这一篇：在正文里写一行 <!-- check-off: " + id + " 理由 -->，理由会列在检查结果里。";
    }
}
