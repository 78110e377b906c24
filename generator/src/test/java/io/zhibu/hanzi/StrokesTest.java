package io.zhibu.hanzi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.zhibu.NpmPackage;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of strokes says what is true, and is held against somebody else's: cnchar-order, which writes each stroke as a letter. */
class StrokesTest {
    private static final List<List<String>> ROWS = Table.named("strokes.txt").rows();

    /** Letters of strokes that aren't 折, by our classes. A rising stroke is 横, a hooked vertical 竖, a pressed one 点. */
    private static final Map<Character, Character> PLAIN = Map.of(
            'j', '1', 'i', '1', //
            'f', '2', 'g', '2', //
            's', '3', //
            'k', '4', 'd', '4', 'l', '4');

    /** Where we differ, with the reason. */
    private static final Map<String, String> DELIBERATE = Map.of("德", "右边起笔是十：横、竖，与直、真、具一样；那边写作横、撇，只有这一个字如此");

    @Test
    void aRowIsACharacterItsTotalAndAsManyClasses() {
        assertThat(ROWS).hasSizeGreaterThan(1100).allSatisfy(row -> {
            assertThat(row).hasSize(3);
            assertThat(row.get(0).codePointCount(0, row.get(0).length())).isEqualTo(1);
            assertThat(row.get(1)).isEqualTo(Integer.toString(row.get(2).length()));
            assertThat(row.get(2)).matches("[1-5]+");
        });
        assertThat(ROWS).extracting(row -> row.get(0)).doesNotHaveDuplicates();
    }

    @Test
    void rowsStandInTheOrderThatTheyMake() {
        Strokes strokes = new Strokes(Map.of());
        List<String> characters = ROWS.stream().map(row -> row.get(0)).toList();
        StrokeOrder order = new StrokeOrder(strokes);

        assertThat(characters.stream().sorted(Comparator.comparing(order::text)).toList())
                .isEqualTo(characters);
    }

    @Test
    void eachRowIsAsTheOtherTableHasIt() throws Exception {
        JsonObject theirs = theirs();
        Map<String, String> differing = new TreeMap<>();
        for (List<String> row : ROWS) {
            assertThat(theirs.has(row.get(0))).as(row.get(0)).isTrue();
            String letters = theirs.get(row.get(0)).getAsString();
            String classes = letters.chars()
                    .mapToObj(letter -> PLAIN.getOrDefault((char) letter, '5').toString())
                    .collect(Collectors.joining());
            if (!classes.equals(row.get(2))) {
                differing.put(row.get(0), row.get(2) + " not " + classes);
            }
        }
        assertThat(differing.keySet()).as(differing.toString()).isEqualTo(DELIBERATE.keySet());
    }

    private static JsonObject theirs() throws Exception {
        String program =
                Files.readString(NpmPackage.fetched("cnchar-order", "3.2.6").resolve("cnchar.order.min.js"));
        Matcher table = Pattern.compile("JSON\\.parse\\('(\\{\"一\":.*?})'\\)").matcher(program);
        assertThat(table.find()).isTrue();
        return new Gson().fromJson(table.group(1), JsonObject.class);
    }

    @Test
    void everyFamilyNameOfTheTableOfReadingsHasItsStrokes() {
        Strokes strokes = new Strokes(Map.of());

        assertThat(Table.named("surnames.txt").rows().stream()
                        .flatMap(row -> row.get(0).codePoints().boxed())
                        .filter(character -> strokes.of(character).isEmpty())
                        .map(Character::toString)
                        .toList())
                .isEmpty();
    }

    @Test
    void theSitesRowComesBeforeTheTables() {
        Strokes own = new Strokes(Map.of("李", "1", "𬭎", "31115134154"));

        assertThat(own.of('李')).contains("1");
        assertThat(own.of("𬭎".codePointAt(0))).contains("31115134154");
        assertThat(own.of('吴')).contains("2511134");
        assertThat(own.of('魑')).isEmpty();
    }
}
