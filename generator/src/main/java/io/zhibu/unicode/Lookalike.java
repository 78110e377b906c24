package io.zhibu.unicode;

import java.text.Normalizer;

/** Codes that look like a Han character and are another one: radicals as signs of their own, and forms kept for old character sets. */
public final class Lookalike {
    public static final char FIRST_RADICAL = '\u2E80';
    public static final char LAST_RADICAL = '\u2FD5';

    private static final char FIRST_KANGXI = '\u2F00';
    /** What the radicals from U+2E80 to U+2EF3 are as characters; a space where they are none that is in use. */
    private static final String RADICALS = " 厂乛乚乙亻冂 刀刂卜㔾小小兀尣尢 巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛犭王 目示礻 糹纟罓罒㓁冗 羊  耂肀聿肉 艹艹艹虎衤覀西见角"
            + " 讠贝 车辶辶辶邑钅長镸长门 阝雨青韦页风飞食 飠饣 马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private Lookalike() {}

    /** The character that it looks like; itself if it is no such code. */
    public static char plain(char c) {
        if (c < FIRST_RADICAL || c > LAST_RADICAL && (c < 0xF900 || c > 0xFAFF)) {
            return c;
        }
        if (c < FIRST_KANGXI) {
            int at = c - FIRST_RADICAL;
            return at < RADICALS.length() && RADICALS.charAt(at) != ' ' ? RADICALS.charAt(at) : c;
        }
        String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return plain.length() == 1 ? plain.charAt(0) : c;
    }
}
