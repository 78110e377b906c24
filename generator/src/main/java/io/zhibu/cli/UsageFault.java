package io.zhibu.cli;

import io.zhibu.diagnostic.Nearest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli says of a wrong command line, in Chinese. */
final class UsageFault {
    private UsageFault() {}

    static String chinese(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            if (!word.startsWith("-") && command.getSubcommands().isEmpty()) {
                return "不认识“" + word + "”，" + command.getCommandName() + " 后面只写选项";
            }
            List<String> known = word.startsWith("-")
                    ? command.getCommandSpec().optionsMap().keySet().stream()
                            .sorted()
                            .toList()
                    : command.getSubcommands().keySet().stream().sorted().toList();
            Optional<String> taker = taker(command, word);
            if (taker.isPresent()) {
                return "“" + word + "”写在命令后面，如 zhibu " + taker.get() + " " + word;
            }
            String near =
                    Nearest.to(word, known).map(one -> "，是“" + one + "”吗？").orElse("");
            return "没有“" + word + "”这个" + (word.startsWith("-") ? "选项" : "命令") + near;
        }
        if (wrong instanceof MissingParameterException missing) {
            if (missing.getMissing().get(0).isPositional()) {
                return "没有写“" + named(missing.getMissing().get(0)) + "”";
            }
            return missing.getMissing().stream().map(UsageFault::named).collect(Collectors.joining("、")) + " 后面缺一个值";
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return named(twice.getOverwritten()) + " 只能写一次";
        }
        if (wrong.getArgSpec() instanceof OptionSpec flag && flag.arity().max() == 0) {
            return named(flag) + " 后面不带值";
        }
        String value = wrong.getValue() == null ? "" : "“" + wrong.getValue() + "”";
        return wrong.getArgSpec() == null
                ? String.valueOf(wrong.getMessage())
                : named(wrong.getArgSpec()) + " 的值" + value + "不对，应是"
                        + wrong.getArgSpec().paramLabel() + example(wrong.getArgSpec());
    }

    private static String example(ArgSpec argument) {
        return argument.type() == LocalDate.class ? "，如 2026-07-01" : "";
    }

    /** The first command that takes the option. */
    private static Optional<String> taker(CommandLine command, String option) {
        return command.getSubcommands().entrySet().stream()
                .filter(one -> one.getValue().getCommandSpec().optionsMap().containsKey(option))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String named(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
