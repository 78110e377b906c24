package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groovy.lang.GroovyShell;
import groovy.lang.MissingMethodException;
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
import java.util.function.Function;
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

    /** Jenkins's own words are played; what it would run is run. */
    private static final String JENKINS = """
            class Jenkins {
                List said = []
                int status
                def sh
                def methodMissing(String name, args) {
                    if (name == 'error') { said << 'error ' + args[0]; throw new IllegalStateException(args[0]) }
                    if (name == 'unstable') { said << 'unstable ' + args[0]; return }
                    def known = ['agent', 'options', 'disableConcurrentBuilds', 'timeout', 'triggers', 'cron', 'environment', 'stages',
                        'stage', 'steps', 'script', 'post', 'always', 'junit', 'archiveArtifacts', 'label', 'pipeline', 'sh']
                    if (!(name in known)) { throw new MissingMethodException(name, Jenkins, args) }
                    if (name == 'sh') { return run(args[0]) }
                    if (args.length > 0 && args[-1] instanceof Closure) {
                        Closure inner = args[-1]
                        inner.delegate = this
                        inner.resolveStrategy = Closure.DELEGATE_FIRST
                        inner()
                    }
                }
                void setProperty(String name, value) {
                    if (name in ['said', 'sh', 'status']) { metaClass.setAttribute(this, name, value) }
                    else if (name != 'LC_ALL') { throw new MissingPropertyException(name, Jenkins) }
                }
                def run(what) {
                    boolean asked = what instanceof Map && what.returnStatus
                    int code = sh.apply(asked ? what.script : what)
                    if (asked) { return code }
                    if (code != 0) { said << 'failed ' + code; throw new IllegalStateException('script') }
                }
            }
            def jenkins = new Jenkins(sh: shell)
            try {
                jenkins.with { recipe.delegate = it; recipe.resolveStrategy = Closure.DELEGATE_FIRST; recipe() }
            } catch (IllegalStateException stopped) { }
            jenkins.said
            """;

    private List<?> jenkins(String recipe, List<String> ran) {
        Function<String, Integer> shell = script -> {
            ran.add(script);
            try {
                return run(
                                site,
                                "env",
                                "-i",
                                "PATH=/usr/bin:/bin",
                                "ZHIBU_TO=" + folder.resolve("to"),
                                "sh",
                                "-eu",
                                "-c",
                                script)
                        .exit();
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
            }
        };
        GroovyShell groovy = new GroovyShell();
        groovy.setVariable("shell", shell);
        groovy.setVariable("recipe", groovy.evaluate("{ ->\n" + recipe + "\n}"));
        return (List<?>) groovy.evaluate(JENKINS);
    }

    @Test
    void jenkinsPlaysItsFile() throws Exception {
        String recipe = Files.readString(RECIPES.resolve("Jenkinsfile"));
        List<String> ran = new ArrayList<>();
        assertThat(jenkins(recipe, ran)).isEmpty();
        assertThat(ran).hasSize(2);
        assertThat(folder.resolve("to/current/index.html")).exists();
        assertThat(site.resolve("target/health.html")).content().contains("体检报告");
        Path entry = site.resolve("content/method/three.md");
        Files.writeString(entry, Files.readString(entry).replace("score: 9.5", "score: 很高"));
        // The check ends it; without the check the site goes out, and Jenkins says that something isn't as it should
        // be.
        assertThat(jenkins(recipe, ran).toString()).isEqualTo("[failed 1]");
        String alone = recipe.replaceAll("(?s)stage\\('检查'\\) \\{.*?\\n {8}\\}\n", "");
        assertThat(jenkins(alone, ran).toString()).isEqualTo("[unstable 已发布，有条目留着旧的样子，见报告]");
        // Control: a word that Jenkins doesn't know.
        assertThatThrownBy(() -> jenkins(recipe.replace("stages {", "stagse {"), ran))
                .isInstanceOf(MissingMethodException.class);
    }

    /** Where there is no Docker: each instruction is one, what is copied is there, and the program takes the words that it is given. */
    @Test
    void theDockerfileCopiesWhatIsThereAndRunsWhatTheProgramKnows() throws Exception {
        List<String> lines = Files.readString(RECIPES.resolve("Dockerfile"))
                .replaceAll("\\\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        Map<String, List<String>> by = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.split(" ")[0],
                        Collectors.mapping(
                                line -> line.substring(line.indexOf(' ') + 1).strip(), Collectors.toList())));
        assertThat(by.keySet())
                .isSubsetOf("FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "ENTRYPOINT", "CMD");
        assertThat(lines.get(0)).startsWith("FROM ").endsWith(" AS build");
        assertThat(by.get("FROM")).hasSize(2).allMatch(image -> image.matches("[a-z/.-]+:[\\w.-]+( AS build)?"));
        for (String copied : by.get("COPY")) {
            if (copied.startsWith("--from=")) {
                assertThat(copied).startsWith("--from=build /zhibu/target/");
                continue;
            }
            String[] words = copied.split(" ");
            assertThat(Arrays.asList(words).subList(0, words.length - 1))
                    .allSatisfy(source -> assertThat(Path.of(source)).exists());
        }
        for (String script : by.get("RUN")) {
            assertThat(run(folder, "sh", "-n", "-c", script).exit()).as(script).isZero();
        }
        // Not as root, and the last of them.
        assertThat(by.get("USER")).containsExactly("zhibu");
        assertThat(lines.indexOf("USER zhibu"))
                .isLessThan(lines.indexOf("ENTRYPOINT " + by.get("ENTRYPOINT").get(0)));
        Object entry = new Load(LoadSettings.builder().build())
                .loadFromString(by.get("ENTRYPOINT").get(0));
        assertThat(entry.toString()).isEqualTo("[java, -Dfile.encoding=UTF-8, -jar, /opt/zhibu/zhibu.jar]");
        List<?> words = (List<?>) new Load(LoadSettings.builder().build())
                .loadFromString(by.get("CMD").get(0));
        Run night = Run.of(words.stream()
                .map(word -> word.equals("/site")
                        ? site.toString()
                        : word.equals("/publish") ? folder.resolve("to").toString() : word.toString())
                .toList());
        assertThat(night.exit()).as(night.err()).isZero();
        // The jar names its libraries as they lie there.
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom).contains("<classpathPrefix>lib/</classpathPrefix>", "${project.build.directory}/lib");
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
