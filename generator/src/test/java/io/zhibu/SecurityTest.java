package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy that the site's pages carry and the headers that its servers should send: strict, and no page of any kind breaks them. */
class SecurityTest extends OnOwnSite {
    private static final String POLICY =
            "default-src 'self' file:; object-src 'none'; base-uri 'self'; form-action 'self' file:";

    @Test
    void everyPageCarriesThePolicyAndNothingThatItForbids() throws IOException {
        Set<String> faults = new TreeSet<>();
        for (Path file : pages()) {
            Document page = Jsoup.parse(file.toFile(), "UTF-8");
            if (!page.select("meta[http-equiv=Content-Security-Policy]")
                    .attr("content")
                    .equals(POLICY)) {
                faults.add(site.relativize(file) + ": policy");
            }
            for (Element one : page.getAllElements()) {
                boolean inline = one.hasAttr("style")
                        || one.normalName().equals("style")
                        || one.normalName().equals("script") && !one.hasAttr("src")
                        || one.attributes().asList().stream()
                                .anyMatch(any -> any.getKey().startsWith("on"));
                if (inline) {
                    faults.add(site.relativize(file) + ": " + one.cssSelector());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "file"})
    void noPageOfAnyKindBreaksThePolicy(String scheme) throws IOException {
        List<String> said = new ArrayList<>();
        Page page = chromium.page();
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Security Policy")) {
                said.add(page.url() + " " + message.text());
            }
        });
        for (String path : onePageOfEachKind()) {
            page.navigate(at(scheme, path));
        }
        assertThat(said).isEmpty();
    }

    /** The first two pages of each folder at the root: a list and what it lists. */
    private static Set<String> onePageOfEachKind() throws IOException {
        Set<String> some = new LinkedHashSet<>(List.of("index.html", "404.html"));
        Map<String, Integer> times = new TreeMap<>();
        for (Path file : pages()) {
            String path = site.relativize(file).toString().replace('\\', '/');
            int slash = path.indexOf('/');
            if (slash > 0 && times.merge(path.substring(0, slash), 1, Integer::sum) <= 2) {
                some.add(path);
            }
        }
        some.add("work-method/sample-yibao/index.html");
        some.add("tags/示例旧标签/index.html");
        return some;
    }

    @Test
    void nginxAndCaddySendTheSame() throws IOException {
        Map<String, String> caddy = new TreeMap<>();
        Pattern.compile("(?m)^\\t\\t([A-Z][A-Za-z-]+) \"(.*)\"$")
                .matcher(Files.readString(Path.of("generator/docs/server/Caddyfile")))
                .results()
                .forEach(header -> caddy.put(header.group(1), header.group(2)));
        assertThat(caddy).isEqualTo(new TreeMap<>(Chromium.HEADERS));
        assertThat(caddy.get("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(caddy.get("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void nginxReadsTheSnippets() throws Exception {
        Path nginx = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(nginx != null, "nginx isn't installed, so nobody read the snippets");
        Path headers = Path.of("generator/docs/server/nginx-headers.conf").toAbsolutePath();
        String server = Files.readString(Path.of("generator/docs/server/nginx.conf"))
                .replace("/etc/nginx/zhibu-headers.conf", headers.toString())
                .replace("listen 80", "listen 127.0.0.1:18080")
                .replace("/srv/zhibu/site", site.toString());
        Path whole = folder.resolve("nginx.conf");
        Files.writeString(
                whole,
                "pid " + folder.resolve("nginx.pid") + ";\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n"
                        + server + "}\n");
        Process run = new ProcessBuilder(nginx.toString(), "-t", "-p", folder.toString(), "-c", whole.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(run.getInputStream().readAllBytes());
        assertThat(run.waitFor()).as(out).isZero();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }
}
