package io.zhibu.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Makes the commands with what they need. */
record Commands(Console console, Clock clock) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> kind) throws Exception {
        Optional<Object> command = Stream.<Object>of(
                        new BuildCommand(console, clock),
                        new ServeCommand(console, clock),
                        new EditCommand(console, clock),
                        new CheckCommand(console, clock),
                        new PackageCommand(console, clock),
                        new SearchCommand(console, clock),
                        new SearchExportCommand(console, clock),
                        new HookCommand(console, clock),
                        new BookCommand(console, clock),
                        new ImportCommand(console, clock),
                        new NewCommand(console, clock),
                        new FormsCommand(console, clock),
                        new ReviewCommand(console, clock),
                        new PublishCommand(console, clock),
                        new ReleasesCommand(console, clock),
                        new RollbackCommand(console, clock),
                        new VerifyCommand(console, clock),
                        new ApplyCommand(console, clock),
                        new KeyCommand(console),
                        new InitCommand(console),
                        new TemplatesCommand(console, clock))
                .filter(one -> one.getClass() == kind)
                .findFirst();
        return command.isPresent()
                ? kind.cast(command.get())
                : CommandLine.defaultFactory().create(kind);
    }
}
