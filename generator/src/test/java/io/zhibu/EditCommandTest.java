package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code zhibu edit} as a program of its own: what it says, and how it ends. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class EditCommandTest {
    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void soundSite() {
        site = folder.resolve("小站");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
    }

    @Test
    void itPrintsTheAddressWithItsKeyAndEndsCleanly() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.zhibu.cli.Zhibu",
                        "edit",
                        "--site",
                        site.toString(),
                        "--port",
                        "0")
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        // Nobody can interrupt a thread that reads from it.
        CompletableFuture.delayedExecutor(100, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String first = said.readLine();
            assertThat(first).matches("工作台：http://127\\.0\\.0\\.1:\\d+/\\?key=[0-9a-f]{32}");
            assertThat(said.readLine()).contains("按 Ctrl+C 停下，没存的稿都留着。");
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(first.replace("工作台：", "")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(302);
            assertThat(page.headers().firstValue("Location")).contains("/_edit/");
            assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Strict");

            // Java would close the streams too.
            new ProcessBuilder("kill", "-TERM", "" + process.pid()).start().waitFor();

            assertThat(said.lines().toList()).contains("工作台停下了。");
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(site.resolve("target/site")).doesNotExist();
        try (var content = Files.walk(site.resolve("content"))) {
            assertThat(content.map(file -> file.getFileName().toString()).toList())
                    .noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void aWrongOrTakenPortIsTold() throws IOException {
        Run wrong = Run.of(List.of("edit", "--site", site.toString(), "--port", "70000"));
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--port 应是 0 到 65535 的整数", "不写就是 8018");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            Run run = Run.of(List.of("edit", "--site", site.toString(), "--port", String.valueOf(port)));
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("端口 " + port + " 已被", "用 --port 0 取下一个空着的");
        }
    }
}
