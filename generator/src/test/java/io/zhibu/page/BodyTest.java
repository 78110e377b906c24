package io.zhibu.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A body keeps its events as they were, however it packs them. */
class BodyTest {
    private static final String[] TEXTS = {"", "三问", "a", "😀", "\n", "长".repeat(300), "\u0000"};

    @Test
    void fiveHundredBodiesComeOutAsTheyWentIn() {
        Random random = new Random(20261123);
        for (int i = 0; i < 500; i++) {
            List<Event> events = events(random);

            Body body = Body.of(events);

            assertThat(body.events()).isEqualTo(events);
            assertThat(body).isEqualTo(Body.of(body.events())).hasSameHashCodeAs(Body.of(events));
        }
    }

    @Test
    void plainTextTellsWhereItsHeadingsBegin() {
        Event.Paragraph paragraph = new Event.Paragraph();
        Event.Heading silent = new Event.Heading(2, "silent", new Event.Place(1, 1));
        Event.Heading heading = new Event.Heading(2, "做法", new Event.Place(2, 1));
        List<String> told = new ArrayList<>();

        String text = Body.of(List.of(
                        new Event.Start(paragraph),
                        new Event.Text("每周"),
                        new Event.End(paragraph),
                        new Event.Start(silent),
                        new Event.End(silent),
                        new Event.Start(heading),
                        new Event.Text("做"),
                        new Event.Code("法"),
                        new Event.End(heading)))
                .plainText((found, at) -> told.add(found.id() + " " + at));

        assertThat(text).isEqualTo("每周\n做法\n");
        assertThat(told).containsExactly("做法 3");
    }

    @Test
    void plainTextIsTheWordsALineForEachBlock() {
        Event.Paragraph paragraph = new Event.Paragraph();
        Event.Strong strong = new Event.Strong();

        assertThat(Body.of(List.of(
                                new Event.Start(paragraph),
                                new Event.Text("每周"),
                                new Event.Start(strong),
                                new Event.Text("三问"),
                                new Event.End(strong),
                                new Event.End(paragraph),
                                new Event.Start(paragraph),
                                new Event.Code("两帮"),
                                new Event.End(paragraph)))
                        .plainText())
                .isEqualTo("每周三问\n两帮\n");
    }

    @Test
    void anElementEndsAsItBegan() {
        Body.Builder builder = new Body.Builder().add(new Event.Start(new Event.Quote()));

        assertThatThrownBy(builder::build).hasMessageContaining("still open");
        assertThatThrownBy(() -> builder.add(new Event.End(new Event.Strong())))
                .hasMessageContaining("where Quote[] is open");
    }

    @Test
    void nothingIsOneBody() {
        assertThat(Body.of(List.of())).isSameAs(Body.empty());
        assertThat(Body.empty().events()).isEmpty();
    }

    private static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        Deque<Event.Element> open = new ArrayDeque<>();
        for (int length = random.nextInt(60); length > 0; length--) {
            if (random.nextInt(3) == 0) {
                open.push(element(random));
                events.add(new Event.Start(open.peek()));
            } else if (!open.isEmpty() && random.nextInt(3) == 0) {
                events.add(new Event.End(open.pop()));
            } else {
                events.add(between(random));
            }
        }
        while (!open.isEmpty()) {
            events.add(new Event.End(open.pop()));
        }
        return events;
    }

    private static Event between(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Event.Text(text(random));
            case 1 -> new Event.Code(text(random));
            case 2 -> new Event.CodeBlock(text(random), text(random));
            case 3 -> new Event.Html(text(random), random.nextBoolean(), place(random));
            case 4 -> new Event.SoftBreak();
            case 5 -> new Event.HardBreak();
            case 6 -> new Event.Rule();
            default -> new Event.NoteMark(number(random), number(random));
        };
    }

    private static Event.Element element(Random random) {
        return switch (random.nextInt(16)) {
            case 0 -> new Event.Paragraph();
            case 1 -> new Event.Heading(1 + random.nextInt(6), text(random), place(random));
            case 2 -> new Event.Quote();
            case 3 -> new Event.Items(random.nextBoolean(), number(random), random.nextBoolean());
            case 4 -> new Event.Item(Event.Task.values()[random.nextInt(3)]);
            case 5 -> new Event.Table();
            case 6 -> new Event.Row(random.nextBoolean());
            case 7 -> new Event.Cell(random.nextBoolean(), Event.Align.values()[random.nextInt(4)]);
            case 8 -> new Event.Emphasis();
            case 9 -> new Event.Strong();
            case 10 -> new Event.Strike();
            case 11 -> new Event.Link(text(random), text(random), place(random));
            case 12 -> new Event.Image(text(random), text(random), place(random));
            case 13 -> new Event.Admonition(text(random), text(random));
            case 14 -> new Event.Notes();
            default -> new Event.Note(number(random), number(random));
        };
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    /** Of every length that a number can take, packed. */
    private static int number(Random random) {
        return random.nextInt() >>> (1 + random.nextInt(31));
    }

    private static Event.Place place(Random random) {
        return new Event.Place(number(random), number(random));
    }
}
