package io.zhibu.cli;

import io.zhibu.program.Program;
import io.zhibu.release.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The commands that take releases to another machine: first the new release, then what leads to it, then what is no longer kept there.
 * So readers there too have one whole site at any moment, and what didn't change isn't sent.
 */
record Rsync(Releases releases, String to) {
    /** A host, or a folder of this machine; nothing that rsync or a shell could take for an option. */
    static final String TARGET = "([^@\\s:-][^@\\s:]*@)?[A-Za-z0-9][A-Za-z0-9.-]*:[^\\s-][^\\s]*|/[^\\s:]*";

    List<List<String>> commands() {
        String from = releases.folder() + "/";
        String there = to.endsWith("/") ? to : to + "/";
        boolean link = Files.isSymbolicLink(releases.current());
        return List.of(
                List.of("rsync", "-aH", "--exclude=/.*", from + "releases", there),
                link
                        ? List.of("rsync", "-a", from + "current", from + ".zhibu-releases", there)
                        : List.of("rsync", "-aH", "--delete", "--delay-updates", from + "current", there),
                List.of("rsync", "-aH", "--delete", "--exclude=/.*", from + "releases", there));
    }

    /** As a shell takes it. */
    static String line(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[A-Za-z0-9@%+=:,./_-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** Runs them, and stops where one fails; whether all went well. */
    boolean run(Console console) {
        for (List<String> command : commands()) {
            console.out().println("$ " + line(command));
            Program.Said said;
            try {
                said = new Program(command, Path.of("").toAbsolutePath()).run(environment -> {});
            } catch (IOException missing) {
                console.err().println("这台机器上没有 rsync：本机已发布，没有送。装上它（Debian：apt-get install rsync）再来一次");
                return false;
            }
            console.out().print(said.out());
            console.err().print(said.err());
            if (said.exit() != 0) {
                console.err().println("rsync 没有做成（退出码 " + said.exit() + "）：本机已发布，那一头的读者看到的没有变或是完整的旧站点，修好后再来一次");
                return false;
            }
        }
        return true;
    }
}
