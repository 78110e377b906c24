package io.zhibu.cli;

import io.zhibu.config.Settings;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.disk.OneFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The words of a command that tells people what a night came to. */
final class BulletinOptions {
    @Option(names = "--mail", paramLabel = "文件", description = "把新增、更新、撤下写成一封信，交给 sendmail -t 就能发；自己不发。")
    private Path mail;

    @Option(names = "--webhook", paramLabel = "文件", description = "把新增、更新、撤下写成群机器人收的 JSON；自己不发。")
    private Path webhook;

    @Option(names = "--webhook-for", paramLabel = "软件", description = "群机器人是哪一家的：wecom（企业微信，默认）或 dingtalk（钉钉）。")
    private String robot = "wecom";

    Optional<Misuse> misuse() {
        if (robot().isEmpty()) {
            return Optional.of(new Misuse(
                    "没有“" + robot + "”这种群机器人",
                    Nearest.hint(
                            robot,
                            Arrays.stream(Webhook.values()).map(Webhook::word).toList())));
        }
        return foreign("--mail", mail, "[A-Z]", "target/night.eml")
                .or(() -> foreign("--webhook", webhook, "\\{", "target/night.json"));
    }

    private static Optional<Misuse> foreign(String option, Path file, String begin, String example) {
        if (file == null) {
            return Optional.empty();
        }
        if (file.toString().isEmpty()) {
            return Optional.of(new Misuse(option + " 后面缺一个值", "写一个文件名，如 " + example));
        }
        return isOurs(file, begin)
                ? Optional.empty()
                : Optional.of(new Misuse(option + " 的“" + file + "”已有别的内容，不能替换", "写一个文件名，如 " + example));
    }

    private static boolean isOurs(Path file, String begin) {
        try {
            return !Files.exists(file)
                    || Files.isRegularFile(file)
                            && Files.readString(file)
                                    .matches("(?s)(" + begin + ".*(Auto-Submitted: auto-generated|\"msgtype\").*)?");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Optional<Webhook> robot() {
        return Arrays.stream(Webhook.values())
                .filter(one -> one.word().equals(robot))
                .findFirst();
    }

    /** @param id of the night, in ASCII */
    void tell(Bulletin bulletin, Optional<Settings> settings, Instant now, String id) throws IOException {
        if (mail != null) {
            String text = Mail.of(
                    bulletin,
                    settings.flatMap(one -> one.get("publish.mail-from")),
                    settings.flatMap(one -> one.get("publish.mail-to")),
                    now,
                    settings.map(Settings::zone).orElse(ZoneId.of("Asia/Shanghai")),
                    id);
            write(mail, text);
        }
        if (webhook != null) {
            write(webhook, robot().orElseThrow().json(bulletin));
        }
    }

    private static void write(Path to, String text) throws IOException {
        new OneFile(to.toAbsolutePath().normalize(), "").write(fresh -> {
            Files.writeString(fresh, text);
            return true;
        });
    }
}
