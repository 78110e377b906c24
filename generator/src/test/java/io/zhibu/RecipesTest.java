package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes for a night are run, or read by the program that they are for. */
@DisabledOnOs(OS.WINDOWS)
class RecipesTest {
    private static final Path RECIPES = Path.of("generator/docs/recipes");

    @TempDir
    private Path folder;

    private Path site;

    /** A site with a launcher that runs the classes under test, and a mail program that keeps what it gets. */
    @BeforeEach
    void aSite() throws IOException {
        site = folder.resolve("site");
        Copy.of(Path.of("generator/src/test/resources/bad-inputs/site"), site);
        Path settings = site.resolve("site-config/jbake.properties");
        Files.writeString(settings, Files.readString(settings) + "publish.mail-to=editors@example.cn\n");
        Files.createDirectories(folder.resolve("state"));
        program(
                site.resolve("zhibu"),
                "LC_ALL=C.UTF-8 exec '" + Path.of(System.getProperty("java.home"), "bin/java") + "' -cp '"
                        + Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(path -> Path.of(path).toAbsolutePath().toString())
                                .collect(Collectors.joining(File.pathSeparator))
                        + "' io.zhibu.cli.Zhibu \"$@\"");
        program(folder.resolve("bin/sendmail"), "cat >'" + folder + "/sent'; echo \"$@\" >'" + folder + "/options'");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private record Said(int exit, String out) {}

    private Said run(Path in, String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out);
    }

    /** As cron starts it: in an almost empty environment, and nobody else may read what it makes. */
    private Said night() throws IOException, InterruptedException {
        return run(
                folder,
                "env",
                "-i",
                "PATH=" + folder.resolve("bin") + ":/usr/bin:/bin",
                "SITE=" + site,
                "TO=" + folder.resolve("to"),
                "STATE=" + folder.resolve("state"),
                "sh",
                "-c",
                "umask 077; exec " + RECIPES.resolve("night.sh").toAbsolutePath());
    }

    @Test
    void theNightIsPlayedAsCronPlaysIt() throws Exception {
        Said first = night();
        assertThat(first.exit()).as(first.out()).isZero();
        assertThat(Files.readString(folder.resolve("sent"))).startsWith("To: editors@example.cn\nSubject: =?UTF-8?B?");
        assertThat(Files.readString(folder.resolve("options"))).isEqualTo("-t -oi\n");

        Path entry = site.resolve("content/method/three.md");
        String sound = Files.readString(entry);
        Files.writeString(entry, sound.replace("score: 9.5", "score: 很高"));
        Said second = night();
        assertThat(second.exit()).as(second.out()).isEqualTo(4);
        assertThat(folder.resolve("to/current/method/three-asks/index.html"))
                .content()
                .contains("核对过的版本");
        assertThat(folder.resolve("state/night.json")).content().contains("\"exit\" : 4");

        Files.writeString(site.resolve("site-config/jbake.properties"), "site.timezone=X\n");
        Files.delete(folder.resolve("sent"));
        assertThat(night().exit()).isEqualTo(1);
        // Nobody is written to without an address, and the mail is there to be looked at.
        assertThat(folder.resolve("sent")).doesNotExist();
        assertThat(folder.resolve("state/night.eml")).exists();
    }

    @Test
    void cronReadsItsTable() throws IOException {
        List<String> lines = Files.readAllLines(RECIPES.resolve("crontab")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.matches("[A-Z_]+=\\S*"));
        Matcher job = Pattern.compile("[0-5]?\\d ([01]?\\d|2[0-3]) \\* \\* \\* \\w+ /srv/zhibu-source/(\\S+) .*")
                .matcher(lines.get(lines.size() - 1));
        assertThat(job.matches()).isTrue();
        assertThat(Path.of(job.group(2))).isExecutable();
    }

    @Test
    void systemdReadsItsUnits() throws Exception {
        Path analyze = Path.of("/usr/bin/systemd-analyze");
        Assumptions.assumeTrue(
                Files.isExecutable(analyze), "systemd-analyze isn't installed, so nobody read the units");
        Path units = Files.createDirectories(folder.resolve("units"));
        for (String name : List.of("zhibu-publish.service", "zhibu-publish.timer")) {
            String unit = Files.readString(RECIPES.resolve(name));
            Files.writeString(
                    units.resolve(name),
                    unit.replaceAll(
                            "(?m)^ExecStart=/srv/zhibu-source/(.*)$",
                            "ExecStart=" + Path.of("").toAbsolutePath() + "/$1"));
        }
        assertThat(verify(analyze, units)).isEmpty();
        // Control: it tells what it doesn't know.
        Path service = units.resolve("zhibu-publish.service");
        Files.writeString(service, Files.readString(service).replace("SuccessExitStatus", "SucessExitStatus"));
        assertThat(verify(analyze, units)).contains("SucessExitStatus");
    }

    private String verify(Path analyze, Path units) throws Exception {
        return run(units, analyze.toString(), "verify", "./zhibu-publish.service", "./zhibu-publish.timer")
                .out()
                .lines()
                .filter(line -> line.contains("zhibu-publish"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void nginxReadsItsSettings() throws Exception {
        Path nginx = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(nginx != null, "nginx isn't installed, so nobody read the recipe");
        String recipe = Files.readString(RECIPES.resolve("nginx.conf"))
                .replace(
                        "/etc/nginx/zhibu-headers.conf",
                        Path.of("generator/docs/server/nginx-headers.conf")
                                .toAbsolutePath()
                                .toString())
                .replace("/srv/zhibu/current", site.toString());
        assertThat(nginxSays(nginx, recipe).exit()).isZero();
        assertThat(nginxSays(nginx, recipe.replace("charset utf-8", "chraset utf-8"))
                        .exit())
                .isNotZero();
    }

    private Said nginxSays(Path nginx, String server) throws Exception {
        Path whole = folder.resolve("nginx.conf");
        Files.writeString(
                whole,
                "pid " + folder + "/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n" + server
                        + "}\n");
        return run(folder, nginx.toString(), "-t", "-p", folder.toString(), "-c", whole.toString());
    }

    @Test
    void caddyDoesWhatNginxDoes() throws IOException {
        String caddy = Files.readString(RECIPES.resolve("Caddyfile"));
        String nginx = Files.readString(RECIPES.resolve("nginx.conf"));
        String others = Files.readString(Path.of("generator/docs/server/Caddyfile"));
        assertThat(headers(caddy)).isEqualTo(headers(others)).hasSizeGreaterThan(4);
        String part = "^/search/[a-z]+-[0-9a-f]{6,}\\.js$";
        assertThat(List.of(caddy, nginx))
                .allSatisfy(text -> assertThat(text)
                        .contains(part, "immutable", "no-cache", "/srv/zhibu/current", "/404.html", "gzip"));
        assertThat(caddy.chars().filter(c -> c == '{').count())
                .isEqualTo(caddy.chars().filter(c -> c == '}').count());
    }

    private static Map<String, String> headers(String caddy) {
        Map<String, String> headers = new TreeMap<>();
        Pattern.compile("(?m)^\\t\\t([A-Z][A-Za-z-]+) \"(.*)\"$")
                .matcher(caddy)
                .results()
                .forEach(header -> headers.put(header.group(1), header.group(2)));
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitlab-ci.yml", "gitea-actions.yml"})
    void whatTheRunnerRunsGoesWell(String recipe) throws Exception {
        Object read =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(RECIPES.resolve(recipe)));
        List<String> scripts = new ArrayList<>();
        scripts(read, scripts);
        assertThat(scripts).hasSize(2).allMatch(script -> script.contains("./zhibu"));
        for (String script : scripts) {
            Said said = run(
                    site,
                    "env",
                    "-i",
                    "PATH=/usr/bin:/bin",
                    "ZHIBU_TO=" + folder.resolve("to"),
                    "sh",
                    "-eu",
                    "-c",
                    script);
            assertThat(said.exit()).as(script + said.out()).isZero();
        }
        assertThat(folder.resolve("to/current/index.html")).exists();
        // With an error the check fails, and the site goes out without it.
        Path entry = site.resolve("content/method/three.md");
        Files.writeString(entry, Files.readString(entry).replace("score: 9.5", "score: 很高"));
        List<Integer> exits = new ArrayList<>();
        for (String script : scripts) {
            exits.add(run(
                            site,
                            "env",
                            "-i",
                            "PATH=/usr/bin:/bin",
                            "ZHIBU_TO=" + folder.resolve("to"),
                            "sh",
                            "-eu",
                            "-c",
                            script)
                    .exit());
        }
        assertThat(exits).containsExactly(1, recipe.startsWith("gitlab") ? 4 : 0);
    }

    /** Of each job, in the order of the file. */
    private static void scripts(Object node, List<String> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("script") && value instanceof List<?> lines) {
                    found.add(lines.stream().map(Object::toString).collect(Collectors.joining("\n")));
                } else if (key.equals("run")) {
                    found.add(value.toString());
                } else {
                    scripts(value, found);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(one -> scripts(one, found));
        }
    }
}
