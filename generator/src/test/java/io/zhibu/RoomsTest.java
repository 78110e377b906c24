package io.zhibu;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the table of rooms in {@code generator/ARCHITECTURE.md}. */
class RoomsTest {
    private static final String ROOT = "io.zhibu.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.zhibu");

    private final Map<String, Room> rooms = rooms();

    private record Room(Set<String> mayImport, List<String> only) {}

    @Test
    void theTableListsEveryRoomAndNoOther() {
        Set<String> built = CLASSES.stream().map(RoomsTest::room).collect(Collectors.toSet());
        assertThat(built).isEqualTo(rooms.keySet());
    }

    @Test
    void aRoomImportsOnlyWhatTheTableAllows() {
        Set<String> forbidden = new TreeSet<>();
        dependencies().forEach(one -> {
            String from = room(one.getOriginClass());
            String to = one.getTargetClass().getPackageName().startsWith(ROOT) ? room(one.getTargetClass()) : from;
            if (!from.equals(to) && !rooms.get(from).mayImport().contains(to)) {
                forbidden.add(from + " -> " + to + ": " + one.getDescription());
            }
        });
        assertThat(forbidden).isEmpty();
    }

    @Test
    void whatTheTableAllowsIsUsed() {
        Set<String> used = dependencies()
                .filter(one -> one.getTargetClass().getPackageName().startsWith(ROOT))
                .map(one -> room(one.getOriginClass()) + " -> " + room(one.getTargetClass()))
                .collect(Collectors.toSet());
        List<String> unused = new ArrayList<>();
        rooms.forEach((name, room) -> room.mayImport().stream()
                .map(other -> name + " -> " + other)
                .filter(arrow -> !used.contains(arrow))
                .forEach(unused::add));
        assertThat(unused).isEmpty();
    }

    /**
     * Pages that are told by what entries show beside their words stand while only words change: a model that reads a text must belong to the
     * entry itself, or say that it may be made from anything ({@code Task.Basis}).
     */
    @Test
    void onlyAnEntrysOwnPageAndTheFirstPageReadTexts() {
        Set<String> readers = new TreeSet<>();
        for (JavaClass one : CLASSES) {
            if (Set.of("site", "entry", "listing", "board", "feed", "manual", "render", "tally", "catalogue")
                    .contains(room(one))) {
                one.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().getSimpleName().equals("Page")
                                        && call.getName().equals("body")
                                || call.getTargetOwner().getSimpleName().equals("Citing")
                                        && call.getName().equals("cited"))
                        .forEach(call -> readers.add(room(one) + "/" + one.getSimpleName()));
            }
        }
        assertThat(readers)
                .containsExactly(
                        // The text of a page, under a key that is its entry's own.
                        "catalogue/Citations",
                        "catalogue/Citing",
                        "entry/Bodies",
                        // On the entry's own page: its headings.
                        "entry/EntryPages",
                        // On the sheet of the entry.
                        "entry/Steps",
                        // On the first page.
                        "listing/Telling");
    }

    /** The same for what Git tells of a file, which is another day with every commit. */
    @Test
    void whatGitTellsOfAFileIsAskedForUnderAKeyOfItsOwn() {
        Set<String> askers = new TreeSet<>();
        for (JavaClass one : CLASSES) {
            one.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().getSimpleName().equals("Holdings")
                            && Set.of("lastChange", "contributors", "history").contains(call.getName()))
                    .forEach(call -> askers.add(room(one) + "/" + one.getSimpleName()));
        }
        assertThat(askers)
                .contains("entry/Documents", "render/Unchanged")
                .allSatisfy(asker -> assertThat(asker)
                        .isIn("entry/Documents", "entry/Holdings", "render/Unchanged", "board/UpdatesPage"));
    }

    @Test
    void roomsFormNoCircle() {
        SlicesRuleDefinition.slices()
                .matching("io.zhibu.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void aLibraryIsKnownInOneRoom() {
        Set<String> strays = new TreeSet<>();
        rooms.forEach((name, room) -> room.only()
                .forEach(library -> dependencies()
                        .filter(one -> one.getTargetClass().getName().startsWith(library))
                        .filter(one -> !room(one.getOriginClass()).equals(name))
                        .forEach(one -> strays.add(one.getDescription()))));
        assertThat(strays).isEmpty();
    }

    @Test
    void aFailedBuildCannotReachTheLiveSite() {
        assertThat(rooms.get("build").mayImport()).doesNotContain("publish");
        List<String> writers = dependencies()
                .filter(one -> !Set.of("disk", "publish", "cli").contains(room(one.getOriginClass())))
                .filter(one ->
                        one.getDescription().matches(".*Files\\.(write|writeString|move|copy|delete|create)\\w*\\(.*"))
                .map(Dependency::getDescription)
                .toList();
        assertThat(writers).isEmpty();
    }

    @Test
    void theClockIsReadInTheCommandsAlone() {
        List<String> readers = dependencies()
                .filter(one -> !room(one.getOriginClass()).equals("cli"))
                .filter(
                        one -> one.getDescription()
                                .matches(
                                        ".*(LocalDate(Time)?|Instant|ZonedDateTime)\\.now\\(.*|.*System\\.currentTimeMillis\\(.*"))
                .map(Dependency::getDescription)
                .toList();
        assertThat(readers).isEmpty();
    }

    private static Stream<Dependency> dependencies() {
        return CLASSES.stream().flatMap(one -> one.getDirectDependenciesFromSelf().stream());
    }

    private static String room(JavaClass one) {
        String inside = one.getPackageName().substring(ROOT.length());
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    private static Map<String, Room> rooms() {
        try (Stream<String> lines = Files.lines(Path.of("generator/ARCHITECTURE.md"))) {
            Map<String, Room> rooms = new LinkedHashMap<>();
            lines.dropWhile(line -> !line.equals("## 房间"))
                    .takeWhile(line -> !line.startsWith("## 还没有"))
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("\\|"))
                    .forEach(cells -> rooms.put(
                            cells[1].strip().replace("`", ""),
                            new Room(Set.copyOf(words(cells[3])), words(cells.length > 4 ? cells[4] : ""))));
            return rooms;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(","))
                .map(word -> word.strip().replace("`", ""))
                .filter(word -> !word.isEmpty() && !word.equals("–"))
                .toList();
    }
}
