package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the recipe for nginx lets through to Solr, by nginx itself: one question of a fixed form, and nothing else. */
class SolrRecipeTest {
    private static final Path RECIPE = Path.of("generator/docs/server/solr-nginx.conf");
    /** Before it stands what belongs to all servers. */
    private static final String SERVER = "# 放在 server 里";

    @TempDir
    private Path folder;

    private final List<String> reached = new ArrayList<>();
    private HttpServer solr;
    private WebServer nginx;
    private int port;

    @BeforeEach
    void start() throws Exception {
        start("10r/s");
    }

    private void start(String rate) throws Exception {
        solr = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        solr.createContext("/", exchange -> {
            reached.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().containsKey("Cookie"));
            byte[] answer = "{\"response\":{}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        solr.start();
        port = WebServer.freePort();
        String recipe = Files.readString(RECIPE)
                .replace("10.1.2.3:8983", "127.0.0.1:" + solr.getAddress().getPort())
                .replace("rate=10r/s", "rate=" + rate);
        String server = "server { listen 127.0.0.1:%d; root %s/site;\n%s }"
                .formatted(port, folder, recipe.substring(recipe.indexOf(SERVER)));
        nginx = WebServer.nginx(folder, port, recipe.substring(0, recipe.indexOf(SERVER)) + server);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.stop();
        }
        solr.stop(0);
    }

    /** As it is: no client may mend what is asked. */
    private int ask(String method, String target) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write((method + " " + target
                            + " HTTP/1.1\r\nHost: a\r\nCookie: secret=1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private int ask(String values) throws IOException {
        return ask("GET", "/zhibu-search?" + values);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void aQuestionReachesTheOneHandlerAsItIs() throws IOException {
        String any = coded("t:三亮^2 T:三亮^2 b:三亮 n:\\~sanlian^0.5");
        String full = coded("(+(t:三亮 b:三亮) +((+(t:亮) +(b:a1))))^=1");
        assertThat(ask("q=" + any + "&full=" + full + "&titled=" + full + "&not=" + coded("(+(t:示例))")
                        + "&rows=20&start=10"))
                .isEqualTo(200);
        assertThat(reached)
                .containsExactly("GET /solr/zhibu/zhibu?q=" + any + "&full=" + full + "&titled=" + full + "&not="
                        + coded("(+(t:示例))") + "&rows=20&start=10 false");
    }

    @Test
    void choicesAndCountsAreOfAFixedForm() throws IOException {
        assertThat(ask("q=t:a&type=work-method,branch&tag=" + coded("主题党日+") + "&counts=true&hl=true&words="
                        + coded("三亮 a")))
                .isEqualTo(200);
        assertThat(reached.get(0))
                .contains(
                        "&hl=true&site=&type=work-method,branch&unit=&",
                        "&tag=" + coded("主题党日+"),
                        "%7B!ex=tag%20key=tag%7Dv_tag");
    }

    @Test
    void otherParametersGetLost() throws IOException {
        assertThat(ask("q=t:a&fl=*&qt=/update&shards=evil:1&stream.body=x&defType=xmlparser&wt=xslt&sort=id"))
                .isEqualTo(200);
        assertThat(reached).containsExactly("GET /solr/zhibu/zhibu?q=t:a false");
    }

    @Test
    void nothingOfTheEnginesLanguageButWordsGetsThrough() throws IOException {
        for (String text : List.of(
                "{!xmlparser v='<a/>'}",
                "_query_:\"{!join from=a to=b}x\"",
                "_val_:\"x\"",
                "t:a*",
                "t:/a/",
                "t:[a TO b]",
                "t:\"a b\"",
                "t:a~",
                "$x",
                "t:a\\{",
                "${x}",
                "t:a\nb",
                "a&fl=x")) {
            for (String name : List.of("q", "full", "titled", "not")) {
                String values = name.equals("q") ? "q=" + coded(text) : "q=t:a&" + name + "=" + coded(text);
                assertThat(ask(values)).as(values).isEqualTo(400);
            }
        }
        for (String values : List.of(
                "", "q=", "q=t:a&rows=1000", "q=t:a&start=-1", "q=t:a&place=x", "q=t:a&type={!x}", "q=t:a&words=%22")) {
            assertThat(ask(values)).as(values).isEqualTo(400);
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void nothingElseOfSolrIsThere() throws IOException {
        for (String path : List.of(
                "/solr/",
                "/solr/zhibu/select?q=*:*",
                "/solr/admin/collections",
                "/zhibu-search/../solr/zhibu/update",
                "/zhibu-search/x")) {
            assertThat(ask("GET", path)).as(path).isEqualTo(404);
        }
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertThat(ask(method, "/zhibu-search?q=t:a")).as(method).isEqualTo(403);
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void whoAsksTooOftenWaits() throws Exception {
        stop();
        // A busy machine may ask no oftener than a reader may.
        start("1r/m");
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(ask("q=t:a"));
        }
        assertThat(answers.subList(0, 21)).containsOnly(200);
        assertThat(answers.subList(21, 30)).containsOnly(429);
    }
}
