package io.zhibu.yaml;

import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML text to nodes. Builds them from the parser's events without recursion, so that depth is bounded here and not by the stack. It
 * resolves no tags, no anchors and no merge keys: front matter needs none, and they are how a small file becomes a large one.
 */
public final class YamlReading {
    private static final int DEEPEST = 32;
    /** A vocabulary of a hundred thousand words has some seven million letters. */
    private static final int LONGEST = 10_000_000;

    /**
     * The mapping that the text holds.
     *
     * @param text YAML, without the fences of front matter
     * @param start where the text begins in its file
     */
    public Outcome<Node.Mapping> mapping(String text, Where start) {
        return node(text, start, true).then(found -> {
            Diagnostics diagnostics = new Diagnostics();
            Node.Mapping nothing = new Node.Mapping(List.of(), start);
            if (found.isEmpty()) {
                return Outcome.of(nothing);
            }
            if (found.get() instanceof Node.Mapping mapping) {
                return Outcome.of(mapping);
            }
            new YamlFaults(text, start).notAMapping(found.get().where()).addTo(diagnostics);
            return Outcome.of(nothing, diagnostics);
        });
    }

    /** The one value that the text holds; empty if it holds none or can't be read. */
    public Outcome<Optional<Node>> node(String text, Where start) {
        return node(text, start, false);
    }

    private static Outcome<Optional<Node>> node(String text, Where start, boolean joinsLines) {
        Optional<Node> plain = PlainReading.of(text, start);
        return plain.isPresent() ? Outcome.of(plain) : anyNode(text, start, joinsLines);
    }

    /**
     * However unusual the text is.
     *
     * @param joinsLines where YAML makes a space of a line end in the midst of Chinese, there is none
     */
    static Outcome<Optional<Node>> anyNode(String text, Where start, boolean joinsLines) {
        Diagnostics diagnostics = new Diagnostics();
        if (text.length() > LONGEST) {
            diagnostics.error(
                    start, "file-large", "文件有 " + text.length() + " 字，最多 " + LONGEST + " 字", "只留用得到的，或分成几个文件");
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Optional<Where> tooDeep = FlowDepth.beyond(text, DEEPEST, start);
        if (tooDeep.isPresent()) {
            tooDeep(tooDeep.get(), diagnostics);
            return Outcome.of(Optional.empty(), diagnostics);
        }
        Builder builder = new Builder(new Scalars(text, start, joinsLines, diagnostics), start, diagnostics);
        try {
            for (Event event : new Parse(settings()).parseString(text)) {
                if (!builder.take(event)) {
                    return Outcome.of(Optional.empty(), diagnostics);
                }
            }
        } catch (MarkedYamlEngineException wrong) {
            new YamlFaults(text, start).of(wrong).addTo(diagnostics);
            return Outcome.of(Optional.empty(), diagnostics);
        } catch (NumberFormatException escape) {
            // The parser's own: \UFFFFFFFF is no number to it, nor is \x at the end of the text.
            new YamlFaults(text, start).ofEscape().addTo(diagnostics);
            return Outcome.of(Optional.empty(), diagnostics);
        } catch (YamlEngineException wrong) {
            YamlFault.unreadable(start).addTo(diagnostics);
            return Outcome.of(Optional.empty(), diagnostics);
        }
        return Outcome.of(builder.root, diagnostics);
    }

    private static LoadSettings settings() {
        return LoadSettings.builder().setCodePointLimit(LONGEST).build();
    }

    static Where place(Where start, Mark mark) {
        int line = Math.max(start.line(), 1) + mark.getLine();
        return start.at(line, mark.getColumn() + 1);
    }

    private static void tooDeep(Where where, Diagnostics diagnostics) {
        diagnostics.error(where, "yaml-too-deep", "嵌套超过 " + DEEPEST + " 层", "减少缩进或括号的层数");
    }

    /** Puts nodes together from events. */
    private static final class Builder {
        private final Scalars scalars;
        private final Where start;
        private final Diagnostics diagnostics;
        private final Deque<Open> open = new ArrayDeque<>();
        private Optional<Node> root = Optional.empty();

        Builder(Scalars scalars, Where start, Diagnostics diagnostics) {
            this.scalars = scalars;
            this.start = start;
            this.diagnostics = diagnostics;
        }

        /** Whether to go on. */
        boolean take(Event event) {
            Where where = event.getStartMark().map(mark -> place(start, mark)).orElse(start);
            switch (event.getEventId()) {
                case Alias -> {
                    diagnostics.error(where, "yaml-anchor", "不支持 YAML 的引用（*）", "把要重复的内容写全；以 * 开头的文字加上双引号");
                    return false;
                }
                case Scalar -> {
                    ScalarEvent scalar = (ScalarEvent) event;
                    if (isDecorated(scalar, scalar.getTag().isPresent(), where)) {
                        return false;
                    }
                    put(new Node.Scalar(scalars.text(scalar), scalar.isPlain(), where));
                }
                case SequenceStart, MappingStart -> {
                    CollectionStartEvent begun = (CollectionStartEvent) event;
                    if (isDecorated(begun, begun.getTag().isPresent(), where)) {
                        return false;
                    }
                    if (open.size() >= DEEPEST) {
                        tooDeep(where, diagnostics);
                        return false;
                    }
                    open.push(new Open(event.getEventId() == Event.ID.MappingStart, where));
                }
                case SequenceEnd, MappingEnd -> put(open.pop().node());
                default -> {
                    // Starts and ends of stream and document, and comments, hold no value.
                }
            }
            return true;
        }

        private boolean isDecorated(NodeEvent event, boolean tagged, Where where) {
            if (event.getAnchor().isPresent()) {
                diagnostics.error(where, "yaml-anchor", "不支持 YAML 的锚点（&）", "把要重复的内容写全；以 & 开头的文字加上双引号");
                return true;
            }
            if (tagged) {
                diagnostics.error(where, "yaml-tag", "不支持 YAML 的类型标记（!）", "去掉标记；以 ! 开头的文字加上双引号");
                return true;
            }
            return false;
        }

        private void put(Node node) {
            if (open.isEmpty()) {
                if (root.isPresent()) {
                    diagnostics.error(node.where(), "yaml-two-documents", "一份头信息里有两个文档", "删去多余的 --- 行");
                } else {
                    root = Optional.of(node);
                }
                return;
            }
            Open parent = open.peek();
            if (!parent.isMapping) {
                parent.items.add(node);
            } else if (parent.key == null) {
                parent.key = key(node);
                parent.keyed = parent.key == node;
            } else {
                Node.Scalar key = parent.key;
                parent.key = null;
                if (!parent.keyed) {
                    return;
                }
                if (parent.keys.add(key.text())) {
                    parent.entries.add(new Node.Entry(key.text(), key.where(), node));
                } else {
                    diagnostics.error(
                            key.where(), "yaml-duplicate-key", "“" + key.text() + "”写了两次", "只留一处，或把两处的内容并在一起");
                }
            }
        }

        private Node.Scalar key(Node node) {
            if (node instanceof Node.Scalar scalar) {
                return scalar;
            }
            diagnostics.error(node.where(), "yaml-key", "字段名必须是一个词", "有方括号或花括号的文字要加双引号");
            return new Node.Scalar("", true, node.where());
        }
    }

    /** A sequence or mapping that has begun and not ended. */
    private static final class Open {
        private final boolean isMapping;
        private final Where where;
        private final List<Node> items = new ArrayList<>();
        private final List<Node.Entry> entries = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private Node.Scalar key;
        /** Whether the key is one that was written, not one that stands in for what can't be a key. */
        private boolean keyed;

        Open(boolean isMapping, Where where) {
            this.isMapping = isMapping;
            this.where = where;
        }

        Node node() {
            return isMapping ? new Node.Mapping(entries, where) : new Node.Sequence(items, where);
        }
    }
}
