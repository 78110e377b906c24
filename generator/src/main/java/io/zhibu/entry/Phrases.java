package io.zhibu.entry;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Phrases that are looked for in texts, each with what it stands for. Built once. Looking at a place costs no more than the longest phrase
 * is long, however many phrases there are. Immutable once built; safe from many threads.
 */
final class Phrases<T> {
    private final Node<T> root = new Node<>();
    private final BitSet first = new BitSet();

    /** @param length characters of the text that the phrase takes */
    record Found<T>(T meant, int length) {}

    private static final class Node<T> {
        private final Map<Character, Node<T>> next = new HashMap<>();
        private Optional<T> meant = Optional.empty();
    }

    Phrases(Map<String, T> phrases) {
        phrases.forEach((phrase, meant) -> {
            Node<T> node = root;
            for (int i = 0; i < phrase.length(); i++) {
                node = node.next.computeIfAbsent(phrase.charAt(i), any -> new Node<>());
            }
            node.meant = Optional.of(meant);
            first.set(phrase.charAt(0));
        });
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /** The longest phrase that begins here. */
    Optional<Found<T>> at(CharSequence text, int start) {
        if (!first.get(text.charAt(start))) {
            return Optional.empty();
        }
        Optional<Found<T>> longest = Optional.empty();
        Node<T> node = root;
        for (int i = start; i < text.length(); i++) {
            node = node.next.get(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.meant.isPresent()) {
                longest = Optional.of(new Found<>(node.meant.get(), i + 1 - start));
            }
        }
        return longest;
    }
}
