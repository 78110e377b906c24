package io.zhibu.markdown;

import io.zhibu.diagnostic.Where;
import java.lang.management.*;
import java.util.*;

public class SpeedProbe {
    static String page(Random r) {
        String han = "长江水利委员会课题组深化主题教育成果建立机制对于推进全面从严治党向纵深发展永葆党的生机活力具有重大深远意义防汛一线先锋岗";
        StringBuilder b = new StringBuilder();
        while (b.length() < 2200) {
            b.append("## ").append(han, r.nextInt(10), 20 + r.nextInt(10)).append("\n\n");
            for (int p = 0; p < 2; p++) {
                for (int i = 0; i < 6; i++) {
                    int at = r.nextInt(20);
                    b.append(han, at, at + 20 + r.nextInt(15));
                    if (r.nextInt(4) == 0) b.append("**“红旗党支部”**");
                    if (r.nextInt(8) == 0) b.append("[郑守仁](../榜样/郑守仁.md)");
                    b.append("，");
                    if (i == 3) b.append("\n");
                }
                b.append("。\n\n");
            }
            if (r.nextInt(3) == 0)
                b.append("| 项目 | 数量 | 说明 |\n|---|---:|---|\n| 支部 | 20 | 甲 |\n| 党员 | 280 | 乙 |\n| 小组 | 37 | 丙 |\n\n");
            if (r.nextInt(2) == 0) b.append("- 一是坚持领导带头\n- 二是**以上率下**作表率\n- 三是学习`制度`\n\n");
        }
        return b.toString();
    }

    public static void main(String[] a) {
        Random r = new Random(1);
        List<String> pages = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < 10000; i++) {
            pages.add(page(r));
            bytes += pages.get(i).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        }
        System.out.println("mean bytes " + bytes / 10000);
        ThreadMXBean t = ManagementFactory.getThreadMXBean();
        var reading = new MarkdownReading(Profile.CHINESE, "");
        var writing = new HtmlWriting(Profile.CHINESE);
        long len = 0;
        for (int round = 0; round < 2; round++) {
            long c0 = t.getCurrentThreadCpuTime();
            List<io.zhibu.page.Body> bodies = new ArrayList<>();
            for (String p : pages)
                bodies.add(reading.read(p, new Where("a.md", 1, 1)).value());
            long c1 = t.getCurrentThreadCpuTime();
            for (var b : bodies)
                len += writing.html(b, HtmlWriting.Targets.AS_WRITTEN).length();
            long c2 = t.getCurrentThreadCpuTime();
            System.out.printf("read %.3f ms/page, html %.3f ms/page%n", (c1 - c0) / 1e10, (c2 - c1) / 1e10);
        }
        System.out.println(len);
    }
}
