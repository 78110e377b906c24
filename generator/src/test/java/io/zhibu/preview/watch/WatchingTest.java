package io.zhibu.preview.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which programs save, with the system's events and without. */
class WatchingTest {
    private static final String WITH = "with events";
    private static final String WITHOUT = "without";

    @TempDir
    Path folder;

    private final Set<Path> told = new HashSet<>();
    private int times;
    private int began;
    private boolean over;
    private Watching watching;
    private Path content;

    @BeforeEach
    void site() throws IOException {
        content = Files.createDirectories(folder.resolve("content"));
        Files.createDirectories(content.resolve("method"));
        Files.writeString(content.resolve("method/a.md"), "一");
        Files.writeString(content.resolve("method/b.md"), "一");
        Files.writeString(folder.resolve("jbake.properties"), "a=b");
    }

    private void watch(String how) {
        Places places =
                new Places(Set.of(content, folder.resolve("templates")), Set.of(folder.resolve("jbake.properties")));
        Events events = how.equals(WITH) ? Watching.events() : new NoEvents();
        watching = new Watching(() -> places, events, new Watching.Told() {
            @Override
            public void begins() {
                synchronized (told) {
                    began++;
                }
            }

            @Override
            public void changed(Set<Path> touched) {
                synchronized (told) {
                    told.addAll(touched);
                    times++;
                    told.notifyAll();
                }
            }

            @Override
            public boolean isOver() {
                synchronized (told) {
                    boolean now = over;
                    over = false;
                    return now;
                }
            }
        });
    }

    @AfterEach
    void close() {
        watching.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("preview-watch");
    }

    private void awaitTold(String... files) throws InterruptedException {
        synchronized (told) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!isTold(files) && System.nanoTime() < end) {
                told.wait(100);
            }
            assertThat(isTold(files)).as("told: " + told).isTrue();
            assertThat(began).isGreaterThanOrEqualTo(times);
            told.clear();
        }
    }

    /** A folder stands for what is in it. */
    private boolean isTold(String... files) {
        return Stream.of(files).allMatch(file -> told.stream().anyMatch(folder.resolve(file)::startsWith));
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void aFileWrittenInPlace(String how) throws Exception {
        watch(how);
        Files.writeString(content.resolve("method/a.md"), "二三");
        awaitTold("content/method/a.md");
        Files.writeString(folder.resolve("jbake.properties"), "a=bc");
        awaitTold("jbake.properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void aFileWithAnotherOfTheSameSizeAndTimeInItsPlace(String how) throws Exception {
        FileTime before = Files.getLastModifiedTime(content.resolve("method/a.md"));
        watch(how);
        Path fresh = Files.writeString(content.resolve("method/a.md.new"), "二");
        Files.setLastModifiedTime(fresh, before);
        Files.move(fresh, content.resolve("method/a.md"), StandardCopyOption.ATOMIC_MOVE);
        awaitTold("content/method/a.md");
    }

    /** The old one is moved away, a new one is written, the old one goes. */
    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void asVimSaves(String how) throws Exception {
        watch(how);
        Path file = content.resolve("method/a.md");
        Files.writeString(content.resolve("method/4913"), "");
        Files.delete(content.resolve("method/4913"));
        Files.move(file, content.resolve("method/a.md~"));
        Files.writeString(file, "二");
        Files.delete(content.resolve("method/a.md~"));
        awaitTold("content/method/a.md");
    }

    /** Into a hidden file, which takes the name. */
    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void asVisualStudioCodeAndGeditSave(String how) throws Exception {
        watch(how);
        Path fresh = Files.writeString(content.resolve("method/.goutputstream-X1Y2Z3"), "二");
        Files.move(fresh, content.resolve("method/a.md"), StandardCopyOption.ATOMIC_MOVE);
        awaitTold("content/method/a.md");
    }

    /** Two renames, and for a moment there is no file. */
    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void asWpsSaves(String how) throws Exception {
        watch(how);
        Path file = content.resolve("method/a.md");
        Path fresh = Files.writeString(content.resolve("method/~WRD0001.tmp"), "二");
        Files.move(file, content.resolve("method/~WRL0002.tmp"));
        Thread.sleep(40);
        Files.move(fresh, file);
        Files.delete(content.resolve("method/~WRL0002.tmp"));
        awaitTold("content/method/a.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void aFileWrittenInPieces(String how) throws Exception {
        watch(how);
        Path file = content.resolve("method/a.md");
        Files.writeString(file, "");
        for (int i = 0; i < 5; i++) {
            Thread.sleep(30);
            Files.writeString(file, "一段\n", StandardOpenOption.APPEND);
        }
        awaitTold("content/method/a.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void fiveHundredFilesOfACheckoutAreToldInFewGoes(String how) throws Exception {
        watch(how);
        String[] names = new String[500];
        for (int i = 0; i < names.length; i++) {
            names[i] = "content/branch-" + i % 10 + "/entry-" + i + ".md";
            Files.createDirectories(folder.resolve(names[i]).getParent());
            Files.writeString(folder.resolve(names[i]), "一");
        }
        awaitTold(names);
        assertThat(times).isLessThan(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void aRenameThatChangesOnlyTheCase(String how) throws Exception {
        watch(how);
        Files.move(content.resolve("method/a.md"), content.resolve("method/A.md"));
        awaitTold("content/method/A.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void aFolderThatGoesAndComesBack(String how) throws Exception {
        watch(how);
        Files.delete(content.resolve("method/a.md"));
        Files.delete(content.resolve("method/b.md"));
        Files.delete(content.resolve("method"));
        awaitTold("content/method/a.md", "content/method/b.md");
        Files.createDirectories(content.resolve("method"));
        Files.writeString(content.resolve("method/c.md"), "一");
        awaitTold("content/method/c.md");
        Files.writeString(content.resolve("method/c.md"), "二三");
        awaitTold("content/method/c.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void aFolderOfSourcesThatWasntThere(String how) throws Exception {
        watch(how);
        Files.createDirectories(folder.resolve("templates/parts"));
        Files.writeString(folder.resolve("templates/parts/a.ftlh"), "一");
        awaitTold("templates/parts/a.ftlh");
        Files.writeString(folder.resolve("templates/parts/b.ftlh"), "一");
        awaitTold("templates/parts/b.ftlh");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void aFolderMovedInWithWhatIsInIt(String how) throws Exception {
        Files.createDirectories(folder.resolve("elsewhere/deep"));
        Files.writeString(folder.resolve("elsewhere/deep/d.md"), "一");
        watch(how);
        Files.move(folder.resolve("elsewhere"), content.resolve("moved"));
        awaitTold("content/moved/deep/d.md");
        Files.writeString(content.resolve("moved/deep/d.md"), "二三");
        awaitTold("content/moved/deep/d.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void whatProgramsPutBesideAFileIsNoChange(String how) throws Exception {
        watch(how);
        for (String name : Set.of(
                ".a.md.swp",
                "4913",
                "a.md~",
                "~$a.docx",
                ".~lock.a.md#",
                "#a.md#",
                ".#a.md",
                "~WRL1.tmp",
                ".DS_Store")) {
            Files.writeString(content.resolve("method").resolve(name), "x");
        }
        Files.createDirectories(content.resolve(".git"));
        Files.writeString(content.resolve(".git/index.lock"), "x");
        Files.writeString(folder.resolve("unwatched.txt"), "x");
        Thread.sleep(700);
        Files.writeString(content.resolve("method/b.md"), "二三");
        synchronized (told) {
            assertThat(times).isZero();
        }
        awaitTold("content/method/b.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH, WITHOUT})
    void aNewDayIsToldWithoutAFile(String how) throws Exception {
        watch(how);
        synchronized (told) {
            over = true;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (times == 0 && System.nanoTime() < end) {
                told.wait(100);
            }
            assertThat(times).isEqualTo(1);
            assertThat(told).isEmpty();
        }
    }

    /** Events that say nothing of what happens, as on a drive of another machine. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whenEventsKeepSilentTheFilesAreLookedAt(int round) throws Exception {
        Places places = new Places(Set.of(content), Set.of());
        NoEvents silent = new NoEvents();
        watching = new Watching(() -> places, new Silent(silent), new Watching.Told() {
            @Override
            public void begins() {
                began++;
            }

            @Override
            public void changed(Set<Path> touched) {
                synchronized (told) {
                    told.addAll(touched);
                    times++;
                    told.notifyAll();
                }
            }

            @Override
            public boolean isOver() {
                return false;
            }
        });
        for (int i = 0; i < round; i++) {
            Files.writeString(content.resolve("method/a.md"), "一".repeat(i + 2));
            awaitTold("content/method/a.md");
        }
    }

    /** Isn't known to be silent. */
    private record Silent(NoEvents silent) implements Events {
        @Override
        public void watch(Places places) {
            silent.watch(places);
        }

        @Override
        public Set<Path> next(long millis) throws InterruptedException {
            return silent.next(millis);
        }

        @Override
        public void close() {
            silent.close();
        }
    }
}
