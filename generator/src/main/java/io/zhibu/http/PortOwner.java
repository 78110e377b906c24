package io.zhibu.http;

import io.zhibu.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which program listens at a port, as far as the system tells. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private final Path proc;

    PortOwner() {
        this(Path.of("/proc"));
    }

    /** @param proc where Linux tells of its processes */
    PortOwner(Path proc) {
        this.proc = proc;
    }

    /** Its command and number, for people; empty if nobody says. */
    Optional<String> of(int port) {
        return Files.isDirectory(proc.resolve("net")) ? byProc(port) : byLsof(port);
    }

    private Optional<String> byProc(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : lines(proc.resolve(table))) {
                String[] cells = line.strip().split("\\s+");
                if (cells.length > 9 && cells[3].equals(LISTENING) && cells[1].endsWith(":%04X".formatted(port))) {
                    sockets.add("socket:[" + cells[9] + "]");
                }
            }
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : processes().stream()
                        .filter(process -> holds(process, sockets))
                        .findFirst()
                        .map(PortOwner::called);
    }

    private List<Path> processes() {
        List<Path> processes = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(proc, "[0-9]*")) {
            all.forEach(processes::add);
        } catch (IOException unreadable) {
            processes.clear();
        }
        return processes;
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException anothersOrGone) {
            return false;
        }
        return false;
    }

    private static String called(Path process) {
        String name = String.join("", lines(process.resolve("comm"))).strip();
        return "“" + (name.isEmpty() ? "？" : name) + "”（进程 " + process.getFileName() + "）";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<String> byLsof(int port) {
        try {
            List<String> words = List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc");
            String said = new Program(words, Path.of("").toAbsolutePath())
                    .run(environment -> {})
                    .out();
            String number = field(said, 'p');
            return number.isEmpty() ? Optional.empty() : Optional.of("“" + field(said, 'c') + "”（进程 " + number + "）");
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static String field(String said, char letter) {
        return said.lines()
                .filter(line -> line.startsWith(letter + ""))
                .findFirst()
                .map(line -> line.substring(1))
                .orElse("");
    }
}
