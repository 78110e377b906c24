package io.zhibu.cli;

import java.time.Clock;
import picocli.CommandLine;

/** Makes the commands with what they need. */
record Commands(Console console, Clock clock) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> kind) throws Exception {
        if (kind == BuildCommand.class) {
            return kind.cast(new BuildCommand(console, clock));
        }
        if (kind == CheckCommand.class) {
            return kind.cast(new CheckCommand(console, clock));
        }
        if (kind == PackageCommand.class) {
            return kind.cast(new PackageCommand(console, clock));
        }
        if (kind == BookCommand.class) {
            return kind.cast(new BookCommand(console, clock));
        }
        return kind == SearchCommand.class
                ? kind.cast(new SearchCommand(console, clock))
                : CommandLine.defaultFactory().create(kind);
    }
}
