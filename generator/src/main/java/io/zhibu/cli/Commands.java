package io.zhibu.cli;

import java.time.Clock;
import picocli.CommandLine;

/** Makes the commands with what they need. */
record Commands(Console console, Clock clock) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> kind) throws Exception {
        return kind == BuildCommand.class
                ? kind.cast(new BuildCommand(console, clock))
                : CommandLine.defaultFactory().create(kind);
    }
}
