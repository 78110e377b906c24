package io.zhibu;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A web server of the system's, as a process that answers on a port of this machine alone. */
public final class WebServer {
    private final Process process;

    private WebServer(Process process) {
        this.process = process;
    }

    /** The first that is installed; without any the test isn't run. */
    public static Path installed(String... names) {
        Path program = Stream.of(names)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(program != null, names[0] + " isn't installed");
        return program;
    }

    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /**
     * nginx, when it answers.
     *
     * @param port that {@code http} has it listen on
     * @param http what stands in its settings within {@code http}
     */
    public static WebServer nginx(Path folder, int port, String http) throws IOException, InterruptedException {
        Path program = installed("/usr/sbin/nginx", "/usr/bin/nginx");
        Path settings = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                user root;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                    uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                    types { text/html html; text/css css; text/javascript js; application/json json; application/atom+xml xml; }
                %2$s
                }
                """.formatted(folder, http));
        return start(folder, port, program.toString(), "-p", folder.toString(), "-c", settings.toString());
    }

    /** Whatever these words run, when it answers on the port. */
    public static WebServer start(Path folder, int port, String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(words))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("HOME", folder.toString());
        WebServer server = new WebServer(builder.start());
        for (int tries = 0; tries < 200; tries++) {
            if (answers(port)) {
                return server;
            }
            if (!server.process.isAlive()) {
                break;
            }
            Thread.sleep(50);
        }
        server.stop();
        throw new AssertionError(Files.readString(said));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
