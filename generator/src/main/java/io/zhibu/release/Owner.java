package io.zhibu.release;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who is at work in a folder.
 *
 * @param pid of the process
 * @param started when the process began, as the system tells it; two processes may have one number, one after the other
 * @param host whose process it is
 * @param since when the work began
 */
public record Owner(long pid, String started, String host, String user, Instant since) {
    private static final int LINES = 5;

    /** This process. */
    public static Owner self(Instant now) {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(self.pid(), started(self), thisHost(), System.getProperty("user.name", "?"), now);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("?");
    }

    /** Nobody is asked over the network. */
    private static String thisHost() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .or(Owner::hostOfTheSystem)
                .orElse("localhost");
    }

    private static Optional<String> hostOfTheSystem() {
        try {
            String name = java.nio.file.Files.readString(java.nio.file.Path.of("/proc/sys/kernel/hostname"));
            return Optional.of(name.strip()).filter(one -> !one.isEmpty());
        } catch (java.io.IOException elsewhere) {
            return Optional.empty();
        }
    }

    String text() {
        return "%d%n%s%n%s%n%s%n%s%n".formatted(pid, started, host, user, since).replace("\r\n", "\n");
    }

    static Optional<Owner> read(String text) {
        String[] lines = text.split("\n");
        try {
            return lines.length < LINES
                    ? Optional.empty()
                    : Optional.of(new Owner(
                            Long.parseLong(lines[0]), lines[1], lines[2], lines[3], Instant.parse(lines[4].strip())));
        } catch (NumberFormatException | DateTimeException cutOff) {
            return Optional.empty();
        }
    }

    /** Whether the process that wrote this still runs, as far as this machine can tell. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(one -> started(one).equals(started))
                .isPresent();
    }

    /** As people are told it. */
    String told(Instant now) {
        long minutes = Math.max(0, Duration.between(since, now).toMinutes());
        String age = minutes < 1 ? "刚刚开始" : minutes < 60 ? minutes + " 分钟前开始" : minutes / 60 + " 小时前开始";
        return "进程 " + pid + "，主机 " + host + "，用户 " + user + "，" + age + "（" + since.truncatedTo(ChronoUnit.SECONDS)
                + "）";
    }
}
