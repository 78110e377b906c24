package io.zhibu.preview;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.diagnostic.Where;
import io.zhibu.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens a file of the site, or an address, with a program of this machine. */
public final class Opening {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final Path root;
    private final List<String> command;

    /**
     * @param command the program and its words, in which {@code {file}}, {@code {line}} and {@code {column}} are filled in; if none is the
     *     file, it comes last. Empty for the program that the system has for such files
     */
    public Opening(Path root, List<String> command) {
        this.root = root;
        this.command = command.isEmpty() ? usual() : List.copyOf(command);
    }

    /** A command as people write it: words apart by spaces, one with spaces in it between quotation marks. */
    public static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            for (int group = 1; group <= 3; group++) {
                if (word.group(group) != null) {
                    words.add(word.group(group));
                }
            }
        }
        return words;
    }

    private static List<String> usual() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open");
    }

    /**
     * Opens a file at a place.
     *
     * @param file path from the site's root
     * @return what went wrong, in Chinese; empty if nothing did
     */
    Optional<String> open(String file, int line, int column) {
        Optional<String> builtIn = BuiltIn.path(Where.inFile(file));
        if (builtIn.isPresent()) {
            return Optional.of("这个文件是支部自带的，改它要先拷一份：zhibu templates --copy " + builtIn.get());
        }
        Path path = root.resolve(file).normalize();
        if (!path.startsWith(root) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("没有这个文件：" + file);
        }
        List<String> words = new ArrayList<>();
        boolean named = false;
        for (String word : command) {
            named |= word.contains("{file}");
            words.add(word.replace("{line}", Integer.toString(Math.max(1, line)))
                    .replace("{column}", Integer.toString(Math.max(1, column)))
                    .replace("{file}", path.toString()));
        }
        if (!named) {
            words.add(path.toString());
        }
        return start(words);
    }

    /** Opens an address in the browser. */
    public static Optional<String> browse(String address) {
        List<String> words = new ArrayList<>(usual());
        words.add(address);
        return new Opening(Path.of("").toAbsolutePath(), words).start(words);
    }

    private Optional<String> start(List<String> words) {
        try {
            new Program(words, root).startAlone();
            return Optional.empty();
        } catch (IOException missing) {
            return Optional.of(
                    "打不开：没有“" + words.get(0) + "”这个程序。用 --editor 写明用什么打开，如 --editor \"code --goto {file}:{line}\"");
        }
    }
}
