package io.zhibu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file of bad inputs. Each begins with {@code == name}; then {@code @ path} names a file of the site, {@code -} lines are taken out of
 * it and {@code +} lines put in their place, {@code !} does something else to the file; {@code $} is the command, {@code exit} its exit
 * code (1 where nothing is said), and {@code >} lines are all that it says.
 */
final class BadInputs {
    private final List<BadInput> inputs = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final StringBuilder old = new StringBuilder();
    private final StringBuilder fresh = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private String name = "";
    private String path = "";
    private String order = "";
    private String command = BadInput.BUILD;
    private int exit = 1;

    private BadInputs() {}

    static List<BadInput> read(Path file) throws IOException {
        BadInputs reading = new BadInputs();
        Files.readAllLines(file).forEach(reading::line);
        reading.endInput();
        return reading.inputs;
    }

    /** Puts in what was really said, for somebody to read and judge. */
    static void rewrite(Path file, Map<String, Run> runs) throws IOException {
        List<String> lines = new ArrayList<>();
        String name = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("== ")) {
                name = line.substring(3);
            }
            if (runs.containsKey(name) && (line.startsWith("> ") || line.startsWith("exit "))) {
                continue;
            }
            if (line.isBlank() && runs.containsKey(name)) {
                lines.addAll(expectation(runs.get(name)));
                name = "";
            }
            lines.add(line);
        }
        if (runs.containsKey(name)) {
            lines.addAll(expectation(runs.get(name)));
        }
        Files.write(file, lines);
    }

    private static List<String> expectation(Run run) {
        List<String> lines = new ArrayList<>();
        if (run.exit() != 1) {
            lines.add("exit " + run.exit());
        }
        run.err().lines().map(line -> "> " + line).forEach(lines::add);
        return lines;
    }

    private void line(String line) {
        if (line.startsWith("== ")) {
            endInput();
            name = line.substring(3);
        } else if (line.startsWith("@ ")) {
            endChange();
            path = line.substring(2);
        } else if (line.startsWith("- ")) {
            old.append(line, 2, line.length()).append('\n');
        } else if (line.startsWith("+ ") || line.equals("+")) {
            fresh.append(line.substring(Math.min(2, line.length()))).append('\n');
        } else if (line.startsWith("! ")) {
            order = line.substring(2);
        } else if (line.startsWith("$ ")) {
            command = line.substring(2);
        } else if (line.startsWith("exit ")) {
            exit = Integer.parseInt(line.substring(5));
        } else if (line.startsWith("> ")) {
            said.append(line, 2, line.length()).append('\n');
        } else if (!line.isBlank() && !line.startsWith("# ")) {
            throw new IllegalArgumentException("means nothing here: " + line);
        }
    }

    private void endChange() {
        if (!path.isEmpty()) {
            changes.add(new Change(path, old.toString(), fresh.toString(), order));
        }
        path = "";
        order = "";
        old.setLength(0);
        fresh.setLength(0);
    }

    private void endInput() {
        endChange();
        if (!name.isEmpty()) {
            inputs.add(new BadInput(
                    name, List.copyOf(changes), command, exit, said.toString().strip()));
        }
        changes.clear();
        said.setLength(0);
        command = BadInput.BUILD;
        exit = 1;
    }
}
