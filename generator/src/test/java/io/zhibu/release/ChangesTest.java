package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is told in the morning: new, changed, gone, held back; of samples nothing. */
class ChangesTest {
    @Test
    void theFirstNightAllIsNew() {
        Changes changes = Changes.between(Optional.empty(), manifest(entry("a", "1"), sample("b", "1")));
        assertThat(changes.added()).extracting(Entry::id).containsExactly("a");
        assertThat(changes.updated()).isEmpty();
        assertThat(changes.withdrawn()).isEmpty();
        assertThat(changes.isNothing()).isFalse();
    }

    @Test
    void eachEntryIsToldOnce() {
        Manifest before = manifest(entry("gone", "1"), entry("same", "1"), entry("other", "1"), sample("shown", "1"));
        Manifest now = manifest(entry("same", "1"), entry("other", "2"), entry("fresh", "1"), sample("shown", "2"));
        Changes changes = Changes.between(Optional.of(before), now);
        assertThat(changes.added()).extracting(Entry::id).containsExactly("fresh");
        assertThat(changes.updated()).extracting(Entry::id).containsExactly("other");
        assertThat(changes.withdrawn()).extracting(Entry::id).containsExactly("gone");
        assertThat(changes.held()).isEmpty();
    }

    @Test
    void whatIsHeldBackIsToldThoughNothingChanged() {
        Entry held = new Entry("term", "a", "a.html", "词条", "甲", "1", false, "2026-11-26");
        Changes changes = Changes.between(Optional.of(manifest(entry("a", "1"))), manifest(held));
        assertThat(changes.held()).containsExactly(held);
        assertThat(changes.isNothing()).isTrue();
    }

    @Test
    void aSampleThatComesOrGoesIsNoChange() {
        Manifest one = manifest(sample("a", "1"));
        Manifest none = manifest();
        assertThat(Changes.between(Optional.of(one), none).isNothing()).isTrue();
        assertThat(Changes.between(Optional.of(none), one).isNothing()).isTrue();
        assertThat(Changes.between(Optional.of(one), manifest(entry("a", "1"))).added())
                .as("it became a true one")
                .hasSize(1);
    }

    @Test
    void anyOneOfThemIsSomething() {
        Manifest one = manifest(entry("a", "1"));
        assertThat(Changes.between(Optional.of(one), one).isNothing()).isTrue();
        assertThat(Changes.between(Optional.of(one), manifest()).isNothing()).isFalse();
        assertThat(Changes.between(Optional.of(one), manifest(entry("a", "2"))).isNothing())
                .isFalse();
    }

    private static Entry entry(String id, String digest) {
        return new Entry("term", id, id + ".html", "词条", id, digest, false, "");
    }

    private static Entry sample(String id, String digest) {
        return new Entry("term", id, id + ".html", "词条", id, digest, true, "");
    }

    private static Manifest manifest(Entry... entries) {
        return new Manifest(new TreeMap<>(), List.of(entries), new TreeMap<>(), new TreeMap<>());
    }
}
