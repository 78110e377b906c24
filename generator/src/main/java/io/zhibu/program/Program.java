package io.zhibu.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A program and its words, each one word to it whatever signs are in it: no shell reads them. */
public record Program(List<String> words) {
    public Program {
        words = List.copyOf(words);
    }

    /**
     * Starts it with pipes for what it reads and says.
     *
     * @param surroundings changes the variables that it finds around it
     * @throws IOException if there is no such program
     */
    public Process start(Path folder, Consumer<Map<String, String>> surroundings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        surroundings.accept(builder.environment());
        return builder.start();
    }

    /**
     * Starts it on its own: what it says goes nowhere.
     *
     * @throws IOException if there is no such program
     */
    public void startAlone(Path folder) throws IOException {
        new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream()
                .close();
    }
}
