package io.zhibu.content;

import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Value;
import io.zhibu.yaml.Node;
import io.zhibu.yaml.YamlReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A JBake project's folder of data: each YAML file directly in it to a value. Folders in it are not walked. */
final class DataReading {
    private final Config config;
    private final Diagnostics diagnostics;

    DataReading(Config config, Diagnostics diagnostics) {
        this.config = config;
        this.diagnostics = diagnostics;
    }

    /** By file name. */
    SortedMap<String, Value> read() throws IOException {
        SortedMap<String, Value> values = new TreeMap<>();
        String name = config.settings().get("data.folder").orElse("data");
        Path root = config.layout().root().toAbsolutePath().normalize();
        Path folder = root.resolve(name).normalize();
        if (!folder.startsWith(root)) {
            Where where = config.settings().where("data.folder").orElse(Where.inFile(name));
            diagnostics.error(where, "setting-value", "文件夹不在站点里", "写站点里的文件夹，如 data");
            return values;
        }
        Set<String> walked = new TreeSet<>();
        new Walk(config.layout(), diagnostics).files(folder).forEach((path, file) -> {
            if (!path.matches("(?i).+\\.ya?ml")) {
                return;
            }
            if (file.getParent().equals(folder)) {
                value(file).ifPresent(value -> values.put(file.getFileName().toString(), value));
            } else if (walked.add(config.layout().spelt(file.getParent()))) {
                diagnostics.warning(
                        Where.inFile(config.layout().spelt(file.getParent())),
                        "data-folder",
                        "数据文件夹里的文件夹不读",
                        "把 YAML 文件直接放在数据文件夹里");
            }
        });
        return values;
    }

    private Optional<Value> value(Path file) {
        Where where = Where.inFile(config.layout().spelt(file));
        return SourceText.read(file, where, diagnostics).flatMap(text -> {
            Outcome<Optional<Node>> node = new YamlReading().node(text, where.at(1, 1));
            diagnostics.addAll(node.diagnostics());
            return node.value().flatMap(this::value);
        });
    }

    private Optional<Value> value(Node node) {
        if (node instanceof Node.Scalar scalar) {
            diagnostics.warning(scalar.where(), "data-scalar", "数据文件里只有一个词，模板取不到", "写成“名称: 值”，或每行一个“- 值”");
            return Optional.empty();
        }
        return Optional.of(Untyped.yaml(node));
    }
}
