package io.zhibu.release;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a night may not go beyond.
 *
 * @param shrink percent of last night's entries that may be gone at the most
 * @param megabytes that all files may take; 0 if nobody said
 * @param keep how many releases stay; at least 2, so that there is one to go back to
 * @param setting where the owner of the site says so
 */
public record Limits(int shrink, long megabytes, int keep, Where setting) {
    private static final int NAMED = 10;

    public Limits {
        if (shrink < 0 || shrink > 100 || keep < 2) {
            throw new IllegalArgumentException("shrink " + shrink + " %, keep " + keep);
        }
    }

    /** An error if too many of last night's entries are gone. */
    void holdEntries(List<Entry> before, List<Entry> now, Diagnostics diagnostics) {
        Set<String> there = now.stream().map(Entry::id).collect(Collectors.toSet());
        List<Entry> gone =
                before.stream().filter(entry -> !there.contains(entry.id())).toList();
        int fewer = before.size() - now.size();
        if (fewer * 100L > (long) shrink * before.size()) {
            String names = gone.stream()
                    .limit(NAMED)
                    .map(entry -> entry.label() + "“" + entry.title() + "”")
                    .collect(Collectors.joining("、"));
            diagnostics.error(
                    setting,
                    "publish-shrunk",
                    "条目从 %d 条减到 %d 条，少了 %d%%，超过 publish.shrink-at-most 的 %d%%：少了%s%s"
                            .formatted(
                                    before.size(),
                                    now.size(),
                                    fewer * 100 / before.size(),
                                    shrink,
                                    names,
                                    gone.size() > NAMED ? "等 " + gone.size() + " 条" : ""),
                    "看看是不是少检出了文件夹、误改了状态；确是有意撤下的，这一次加 --allow-shrink");
        }
    }

    /** An error if the site takes more than its owner allows. */
    void holdSize(long bytes, Diagnostics diagnostics) {
        long took = (bytes + 999_999) / 1_000_000;
        if (megabytes > 0 && took > megabytes) {
            diagnostics.error(
                    setting,
                    "publish-large",
                    "站点有 " + took + " MB，超过 publish.megabytes-at-most 的 " + megabytes + " MB",
                    "看看哪些图片和附件变大了；确实要这么大，改大这项设置");
        }
    }
}
