package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Any texts have one order and no other, on any machine. */
class TotalOrderTest {
    private static final String CHARACTERS = "王李吴张司马欧阳单于曾一二三大平明长重乐行魑魅𠮷〇aAzＺé19０·“+ 绿略Ωカ";

    private final StrokeOrder strokes = new StrokeOrder(new Strokes(Map.of()));
    private final PinyinOrder pinyin = new PinyinOrder(new Readings(Map.of()), new Strokes(Map.of()));

    private static List<String> texts(int count) {
        Random random = new Random(2026);
        int[] characters = CHARACTERS.codePoints().toArray();
        List<String> texts = new ArrayList<>(List.of("", "·"));
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(5); length >= 0; length--) {
                text.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @Test
    void strokesOrderTextsAndPeopleTotally() {
        check(strokes::text);
        check(strokes::person);
        check(text -> text.length() % 2 == 0 ? strokes.person(text) : strokes.text(text));
    }

    @Test
    void pinyinOrdersTextsAndPeopleTotally() {
        check(pinyin::text);
        check(pinyin::person);
        check(text -> text.length() % 2 == 0 ? pinyin.person(text) : pinyin.readAs("san liang", text));
    }

    private static <K extends Comparable<K>> void check(Function<String, K> key) {
        List<String> texts = texts(150);
        List<K> keys = texts.stream().map(key).toList();
        int[][] signs = new int[keys.size()][keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < keys.size(); j++) {
                signs[i][j] = Integer.signum(keys.get(i).compareTo(keys.get(j)));
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < keys.size(); j++) {
                String pair = texts.get(i) + " | " + texts.get(j);
                assertThat(signs[i][j]).as(pair).isEqualTo(-signs[j][i]);
                if (signs[i][j] == 0) {
                    assertThat(texts.get(i)).isEqualTo(texts.get(j));
                }
                for (int k = 0; signs[i][j] <= 0 && k < keys.size(); k++) {
                    if (signs[j][k] <= 0 && signs[i][k] > 0) {
                        throw new AssertionError(pair + " | " + texts.get(k));
                    }
                }
            }
        }
    }

    @Test
    void noLocaleAndNoOrderOfComingChangesIt() {
        List<String> byStrokes = sorted(texts(300), strokes::person);
        List<String> byPinyin = sorted(texts(300), pinyin::text);
        Locale here = Locale.getDefault();
        try {
            for (String tag : List.of("zh-CN", "zh-u-co-stroke", "tr-TR", "ar-EG-u-nu-arab", "ja-JP")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                List<String> shuffled = texts(300);
                Collections.shuffle(shuffled, new Random(tag.hashCode()));

                assertThat(sorted(shuffled, strokes::person)).isEqualTo(byStrokes);
                assertThat(sorted(shuffled, new PinyinOrder(new Readings(Map.of()), new Strokes(Map.of()))::text))
                        .isEqualTo(byPinyin);
            }
        } finally {
            Locale.setDefault(here);
        }
    }

    private static <K extends Comparable<K>> List<String> sorted(List<String> texts, Function<String, K> key) {
        return texts.stream()
                .sorted((one, other) -> key.apply(one).compareTo(key.apply(other)))
                .toList();
    }
}
