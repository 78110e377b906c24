package io.zhibu.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An element of XML. Names begin with the letters that the format's own papers use, whatever the file calls its name spaces. */
final class Element {
    private final String name;
    private final Map<String, String> attributes;
    private List<Element> children = List.of();
    private String text = "";

    Element(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(child);
    }

    void add(String more) {
        text = text.isEmpty() ? more : text + more;
    }

    String name() {
        return name;
    }

    boolean is(String other) {
        return name.equals(other);
    }

    List<Element> children() {
        return children;
    }

    /** Of this name, in order. */
    Stream<Element> all(String child) {
        return children.stream().filter(one -> one.is(child));
    }

    Optional<Element> child(String child) {
        return all(child).findFirst();
    }

    /** The child of the child … of these names. */
    Optional<Element> at(String... path) {
        Optional<Element> step = Optional.of(this);
        for (String next : path) {
            step = step.flatMap(one -> one.child(next));
        }
        return step;
    }

    /** Empty if it isn't there. */
    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    /** What the child says as its value; empty if there is no such child. */
    String value(String child) {
        return child(child).map(one -> one.attribute("w:val")).orElse("");
    }

    /** A switch: there and not turned off, there and turned off, or not there. */
    Optional<Boolean> flag(String child) {
        return child(child).map(one -> !one.attribute("w:val").matches("0|false|off|none"));
    }

    /** Characters that stand in it, without those of its children. */
    String text() {
        return text;
    }

    /** Itself and all below it, in order, but for what says the same again to older programs. */
    void walk(Consumer<Element> step) {
        step.accept(this);
        boolean chosen =
                name.equals("mc:AlternateContent") && child("mc:Choice").isPresent();
        for (Element child : children) {
            if (!chosen || !child.is("mc:Fallback")) {
                child.walk(step);
            }
        }
    }

    /** All below it of this name, in order. */
    List<Element> below(String wanted) {
        List<Element> found = new ArrayList<>();
        walk(one -> {
            if (one.is(wanted)) {
                found.add(one);
            }
        });
        return found;
    }
}
