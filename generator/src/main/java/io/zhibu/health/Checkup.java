package io.zhibu.health;

import io.zhibu.diagnostic.Severity;
import io.zhibu.health.Problems.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the report says, counted.
 *
 * @param units the ones with the gravest problems first; what belongs to no entry is the last, under no name
 */
record Checkup(List<Unit> units, Problems problems, Table table, int entries, int sound) {
    /**
     * One that contributes.
     *
     * @param name empty of what belongs to none
     * @param entries how many it has, with and without problems
     * @param cases entries, and other files, with problems
     * @param mended of its problems
     */
    record Unit(String name, int entries, List<Case> cases, List<Problem> mended) {
        List<Problem> open() {
            return cases.stream().flatMap(one -> one.problems().stream()).toList();
        }
    }

    /**
     * What is wrong with one entry.
     *
     * @param subject empty of a file that is no entry
     */
    record Case(String file, Optional<Subject> subject, List<Problem> problems) {}

    /**
     * How many entries of each type each check has found something in.
     *
     * @param types entries by type, in the order of the site
     * @param found by rule and type
     * @param silent rules that have found nothing
     */
    record Table(Map<String, Integer> types, SortedMap<String, Map<String, Integer>> found, List<String> silent) {}

    static Checkup of(Problems problems, Collection<Subject> subjects, Collection<String> rules) {
        Map<String, Subject> byFile = new HashMap<>();
        subjects.forEach(one -> {
            byFile.put(one.file(), one);
            one.beside().forEach(file -> byFile.putIfAbsent(file, one));
        });
        Map<String, Map<String, List<Problem>>> open = new LinkedHashMap<>();
        Map<String, List<Problem>> mended = new HashMap<>();
        Map<String, Integer> entries = new LinkedHashMap<>();
        subjects.forEach(one -> entries.merge(one.unit(), 1, Integer::sum));
        problems.open()
                .forEach(one -> open.computeIfAbsent(unit(one, byFile), any -> new LinkedHashMap<>())
                        .computeIfAbsent(file(one, byFile), any -> new ArrayList<>())
                        .add(one));
        problems.mended()
                .forEach(one -> mended.computeIfAbsent(unit(one, byFile), any -> new ArrayList<>())
                        .add(one));
        Set<String> names = new HashSet<>(entries.keySet());
        names.addAll(open.keySet());
        names.addAll(mended.keySet());
        List<Unit> units = new ArrayList<>();
        for (String name : names) {
            List<Case> cases = new ArrayList<>();
            open.getOrDefault(name, Map.of())
                    .forEach((file, all) -> cases.add(new Case(
                            file,
                            Optional.ofNullable(byFile.get(file)),
                            all.stream()
                                    .sorted(Comparator.comparing(
                                            one -> one.told().severity()))
                                    .toList())));
            cases.sort(Comparator.<Case, Severity>comparing(
                            one -> one.problems().get(0).told().severity())
                    .thenComparing(Case::file));
            units.add(new Unit(name, entries.getOrDefault(name, 0), cases, mended.getOrDefault(name, List.of())));
        }
        units.sort(Comparator.<Unit, Boolean>comparing(unit -> unit.name().isEmpty())
                .thenComparing(unit -> -count(unit.open(), Severity.ERROR))
                .thenComparing(unit -> -count(unit.open(), Severity.WARNING))
                .thenComparing(unit -> -count(unit.open(), Severity.NOTICE))
                .thenComparing(Unit::name));
        Set<String> ill = new HashSet<>();
        problems.open()
                .forEach(
                        one -> Optional.ofNullable(byFile.get(one.told().where().file()))
                                .ifPresent(subject -> ill.add(subject.file())));
        return new Checkup(
                units,
                problems,
                table(problems, byFile, subjects, rules),
                subjects.size(),
                subjects.size() - ill.size());
    }

    private static String unit(Problem one, Map<String, Subject> byFile) {
        return Optional.ofNullable(byFile.get(one.told().where().file()))
                .map(Subject::unit)
                .orElse("");
    }

    /** What is wrong with a picture is its entry's matter. */
    private static String file(Problem one, Map<String, Subject> byFile) {
        String file = one.told().where().file();
        return Optional.ofNullable(byFile.get(file)).map(Subject::file).orElse(file);
    }

    private static Table table(
            Problems problems, Map<String, Subject> byFile, Collection<Subject> subjects, Collection<String> rules) {
        Map<String, Integer> types = new LinkedHashMap<>();
        subjects.forEach(one -> types.merge(one.type(), 1, Integer::sum));
        Map<String, Set<String>> files = new HashMap<>();
        SortedMap<String, Map<String, Integer>> found = new TreeMap<>();
        for (Problem one : problems.open()) {
            Subject subject = byFile.get(one.told().where().file());
            String rule = one.told().rule();
            Map<String, Integer> row = found.computeIfAbsent(rule, any -> new HashMap<>());
            if (subject != null
                    && files.computeIfAbsent(rule, any -> new HashSet<>()).add(subject.file())) {
                row.merge(subject.type(), 1, Integer::sum);
            }
        }
        List<String> silent =
                rules.stream().filter(rule -> !found.containsKey(rule)).toList();
        return new Table(
                Collections.unmodifiableMap(types), Collections.unmodifiableSortedMap(found), List.copyOf(silent));
    }

    static int count(Collection<Problem> problems, Severity severity) {
        return (int) problems.stream()
                .filter(one -> one.told().severity() == severity)
                .count();
    }
}
