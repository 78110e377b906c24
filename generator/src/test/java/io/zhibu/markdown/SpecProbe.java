package io.zhibu.markdown;

import io.zhibu.diagnostic.Where;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;

public class SpecProbe {
    public static void main(String[] a) throws Exception {
        String spec = Files.readString(Path.of(a[0])).replace("\r\n", "\n");
        Matcher m = Pattern.compile("^`{32} example\n(.*?)^\\.\n(.*?)^`{32}$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(spec);
        int n = 0, ok = 0;
        List<Integer> bad = new ArrayList<>();
        var reading = new MarkdownReading(Profile.PLAIN, "");
        var writing = new HtmlWriting(Profile.PLAIN);
        while (m.find()) {
            n++;
            String md = m.group(1).replace('→', '\t'), want = m.group(2).replace('→', '\t'), got;
            try {
                got = writing.html(reading.read(md, new Where("a.md", 1, 1)).value(), HtmlWriting.Targets.AS_WRITTEN);
            } catch (Throwable t) {
                got = "THROWN " + t + Arrays.toString(Arrays.copyOf(t.getStackTrace(), 4));
            }
            if (got.equals(want)) ok++;
            else {
                bad.add(n);
                if (a.length > 1) System.out.println("--- " + n + "\n" + md + "--- want\n" + want + "--- got\n" + got);
            }
        }
        System.out.println(ok + "/" + n + " bad " + bad);
    }
}
