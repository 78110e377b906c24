package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.qr.Qr;
import io.zhibu.qr.Qrs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhibu serve} as a program of its own: what it says, and how it ends. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class ServeCommandTest {
    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void soundSite() {
        site = folder.resolve("小站");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
    }

    private Process serve(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.zhibu.cli.Zhibu",
                "serve",
                "--site",
                site.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        // Nobody can interrupt a thread that reads from it.
        CompletableFuture.delayedExecutor(100, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    /** What Ctrl+C sends; a program that was started in the background may have been told to ignore that, and with it all that it starts. */
    private static String interrupt(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        boolean ignored = Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        return ignored ? "-TERM" : "-INT";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> until(BufferedReader lines, String last) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.contains(last)) {
                return said;
            }
        }
        return said;
    }

    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void itSaysWhereItIsAndEndsCleanlyWhenInterrupted() throws Exception {
        int port = freePort();
        Process process = serve("--port", "" + port);
        BufferedReader lines = lines(process);

        assertThat(until(lines, "Ctrl+C")).contains("预览：http://127.0.0.1:" + port + "/");
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);

        new ProcessBuilder("kill", interrupt(process), "" + process.pid())
                .start()
                .waitFor();

        assertThat(until(lines, "预览停下了。")).last().isEqualTo("预览停下了。");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines.readLine()).isNull();
        assertThat(site.resolve("target/site")).doesNotExist();
    }

    @Test
    void aTakenPortIsToldAndTheNextIsTakenOnRequest() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process process = serve("--port", "" + other.getLocalPort());
            List<String> said = until(lines(process), "不会有");
            assertThat(said.get(0))
                    .startsWith("命令写法有误：端口 " + other.getLocalPort() + " 已被“java”（进程 "
                            + ProcessHandle.current().pid());
            assertThat(said.get(1)).contains("--port 0");
            assertThat(process.waitFor()).isEqualTo(2);
        }
        Process first = serve("--port", "0");
        Process second = serve("--port", "0");
        List<String> one = until(lines(first), "Ctrl+C");
        List<String> two = until(lines(second), "Ctrl+C");
        assertThat(address(one)).isNotEqualTo(address(two));
        first.destroy();
        second.destroy();
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static String address(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith("预览："))
                .findFirst()
                .orElseThrow()
                .substring(3);
    }

    @Test
    void theCodeOfTheTerminalReadsAsTheAddressWithItsKey() {
        String address = "http://192.168.1.5:8017/?key=0123456789abcdef0123456789abcdef";
        assertThat(Qrs.readBlocks(Qr.of(address).blocks(false), false)).isEqualTo(address);
        assertThat(Qrs.readBlocks(Qr.of(address).blocks(true).replaceAll("\u001b\\[[0-9;]*m", ""), true))
                .isEqualTo(address);
    }

    @Test
    void wrongWordsAreTold() {
        assertThat(Run.of(List.of("serve", "--port", "70000")).err()).contains("--port 应是 0 到 65535 的整数");
        assertThat(Run.of(List.of("serve", "--editor", " ")).err()).contains("--editor 后面缺一个值");
        assertThat(Run.of(List.of("serve", "--site", "no-such")).exit()).isEqualTo(2);
        assertThat(Run.of(List.of("serve", "--help")).out()).contains("--lan", "--drafts", "--open");
    }
}
