package io.zhibu.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program: {@code zhibu <command>}. Only here and in the commands beside it are standard output and exit codes known. */
@Command(
        name = "zhibu",
        description = "把支部工作法的 Markdown 案例做成可检索的静态站点。",
        versionProvider = Zhibu.Version.class,
        subcommands = {
            BuildCommand.class,
            ServeCommand.class,
            EditCommand.class,
            CheckCommand.class,
            PublishCommand.class,
            RollbackCommand.class,
            ReleasesCommand.class,
            VerifyCommand.class,
            ApplyCommand.class,
            KeyCommand.class,
            PackageCommand.class,
            SearchCommand.class,
            HookCommand.class,
            BookCommand.class,
            ImportCommand.class,
            NewCommand.class,
            InitCommand.class,
            TemplatesCommand.class,
            FormsCommand.class,
            ReviewCommand.class,
            SearchExportCommand.class
        },
        synopsisHeading = "用法：",
        synopsisSubcommandLabel = "命令",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        footer = {"", "每个命令的说明：zhibu 命令 --help"})
public final class Zhibu {
    @CommandLine.Option(names = "--version", versionHelp = true, description = "显示版本。")
    private boolean version;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示这份说明。")
    private boolean help;

    private Zhibu() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.err), false, StandardCharsets.UTF_8);
        // The launcher looks whether messages go to a terminal: since JDK 22 System.console() no longer tells.
        boolean watched = Boolean.getBoolean("zhibu.terminal") && System.getenv("CI") == null;
        Optional<String> fault = FileNames.fault(System.getProperty("sun.jnu.encoding", "UTF-8"), File.separatorChar);
        fault.ifPresent(err::println);
        int code =
                fault.isPresent() ? Exit.FAULT : run(new Console(out, err, watched, typed()), Clock.systemUTC(), args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** In the encoding of the terminal, which is another one than that of files on Windows. */
    private static BufferedReader typed() {
        String name = System.getProperty("stdin.encoding", System.getProperty("sun.stdin.encoding", "UTF-8"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return new BufferedReader(new InputStreamReader(System.in, charset));
    }

    /**
     * Runs one command.
     *
     * @param clock read once, by the command
     * @return exit code as in {@link Exit}
     */
    public static int run(Console console, Clock clock, String... args) {
        Zhibu program = new Zhibu();
        CommandLine line = new CommandLine(program, new Commands(console, clock));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(false);
        align(line);
        line.getSubcommands().values().forEach(Zhibu::align);
        line.setParameterExceptionHandler((wrong, given) -> usage(console, wrong));
        line.setExecutionExceptionHandler((failed, command, parsed) -> fault(console, failed, line, args));
        if (args.length == 0) {
            line.usage(console.out());
            return Exit.GOOD;
        }
        try {
            return line.execute(args);
        } catch (Error failed) {
            return fault(console, failed, line, args);
        }
    }

    private static void align(CommandLine line) {
        for (String section : List.of(SECTION_KEY_PARAMETER_LIST, SECTION_KEY_OPTION_LIST)) {
            line.getHelpSectionMap()
                    .computeIfPresent(section, (key, rows) -> help -> Columns.aligned(rows.render(help)));
        }
    }

    private static int usage(Console console, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return new Misuse(UsageFault.chinese(wrong), "看 " + command + " --help").tell(console);
    }

    private static int fault(Console console, Throwable failed, CommandLine line, String... args) {
        List<String> words = Arrays.asList(args);
        boolean verbose = words.contains("--verbose");
        String what = told(failed, words);
        console.err().println(what + (verbose || isOutOfMemory(failed) ? "" : "（加 --verbose 看详情）"));
        if (verbose && !isOutOfMemory(failed)) {
            failed.printStackTrace(console.err());
        }
        tell(line, what);
        return Exit.FAULT;
    }

    /** The command may have promised a report. */
    private static void tell(CommandLine line, String what) {
        CommandLine.ParseResult parsed = line.getParseResult();
        if (parsed != null
                && parsed.hasSubcommand()
                && parsed.subcommand().commandSpec().userObject() instanceof SiteCommand command) {
            command.failed(what);
        }
    }

    /** What went wrong with the disk or the program, in one Chinese sentence without a full stop. */
    static String told(Throwable failed) {
        return told(failed, List.of());
    }

    private static String told(Throwable failed, List<String> words) {
        Throwable cause = failed instanceof UncheckedIOException disk ? disk.getCause() : failed;
        if (isOutOfMemory(failed)) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            return "内存不够：Java 能用 " + megabytes + " MB。关掉别的程序，或设 ZHIBU_JAVA_OPTS=-Xmx" + 2 * megabytes + "m 再来";
        }
        return cause instanceof IOException disk ? "磁盘出错：" + DiskFault.chinese(disk, words) : "程序内部出错：" + cause;
    }

    private static boolean isOutOfMemory(Throwable failed) {
        return failed instanceof OutOfMemoryError;
    }

    /** What the jar says; classes that are in none have no version. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"zhibu " + number()};
        }

        static String number() {
            String version = Zhibu.class.getPackage().getImplementationVersion();
            return version == null ? "（未打包）" : version;
        }
    }
}
