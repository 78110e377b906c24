package io.zhibu.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Another program on this machine, started without a shell: a word is a word whatever signs are in it.
 *
 * @param words its name, and what it is told
 * @param folder where it runs
 */
public record Program(List<String> words, Path folder) {
    public Program {
        words = List.copyOf(words);
    }

    /**
     * What a run came to, in UTF-8.
     *
     * @param exit 0 if it went well
     */
    public record Said(int exit, String out, String err) {}

    /**
     * Runs it to its end, with nothing to read.
     *
     * @param environment changes what it inherits
     * @throws IOException if there is no such program
     */
    public Said run(Consumer<Map<String, String>> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        environment.accept(builder.environment());
        Process process = builder.start();
        // Read beside the answer: many warnings would fill the pipe, and the program would wait for ever.
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
        try {
            process.getOutputStream().close();
            String out = read(process.getInputStream());
            return new Said(process.waitFor(), out, err.join());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + words.get(0) + " ran", stop);
        } finally {
            process.destroy();
        }
    }

    /**
     * Starts it on its own: what it says goes nowhere, and nobody waits for it.
     *
     * @throws IOException if there is no such program
     */
    public void startAlone() throws IOException {
        new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream()
                .close();
    }

    private static String read(InputStream said) {
        try (said) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
