package io.zhibu.tally;

import io.zhibu.page.Page;
import io.zhibu.page.PartialDate;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The three that should be everywhere: branches of a fitting size, with a member for discipline, and with a secretary who was trained. What
 * nobody recorded is neither met nor missed.
 *
 * @param branches that are measured
 * @param others that aren't: above branches, or dissolved
 */
public record FullCoverage(List<Page> branches, List<Page> others, List<Measure> measures) {
    public FullCoverage {
        branches = List.copyOf(branches);
        others = List.copyOf(others);
        measures = List.copyOf(measures);
    }

    /**
     * One of the three.
     *
     * @param key {@code members}, {@code discipline} or {@code secretary}
     * @param met branches that keep to it
     * @param missed branches that don't, each with the reason in words
     * @param unrecorded branches of which nobody can tell
     * @param exempt branches that needn't
     */
    public record Measure(
            String key, String label, List<Page> met, List<Missed> missed, List<Page> unrecorded, List<Page> exempt) {
        public Measure {
            met = List.copyOf(met);
            missed = List.copyOf(missed);
            unrecorded = List.copyOf(unrecorded);
            exempt = List.copyOf(exempt);
        }
    }

    public record Missed(Page page, String why) {}

    /** Of those of these pages that are branches, and neither above others nor dissolved. */
    public static FullCoverage of(List<Page> pages) {
        Map<Boolean, List<Branch>> held =
                Branch.of(pages.stream()).collect(Collectors.partitioningBy(FullCoverage::isHeld));
        List<Branch> branches = held.get(true);
        return new FullCoverage(
                pages(branches),
                pages(held.get(false)),
                Stream.of(
                                measure("members", "党员人数合理设置", branches, FullCoverage::members),
                                measure("discipline", "纪检委员设置", branches, FullCoverage::discipline),
                                measure("secretary", "书记培训", branches, FullCoverage::secretary))
                        .toList());
    }

    private static boolean isHeld(Branch branch) {
        return branch.isBranch() && !branch.page().fields().flag("dissolved");
    }

    private static List<Page> pages(List<Branch> branches) {
        return branches.stream().map(Branch::page).toList();
    }

    private enum State {
        MET,
        MISSED,
        UNRECORDED,
        EXEMPT
    }

    private record Answer(State state, String why) {
        static Answer of(State state) {
            return new Answer(state, "");
        }

        static Answer missed(String why) {
            return new Answer(State.MISSED, why);
        }
    }

    private static Measure measure(String key, String label, List<Branch> branches, Function<Branch, Answer> question) {
        List<Page> met = new ArrayList<>();
        List<Missed> missed = new ArrayList<>();
        List<Page> unrecorded = new ArrayList<>();
        List<Page> exempt = new ArrayList<>();
        for (Branch branch : branches) {
            Answer answer = question.apply(branch);
            switch (answer.state()) {
                case MET -> met.add(branch.page());
                case MISSED -> missed.add(new Missed(branch.page(), answer.why()));
                case UNRECORDED -> unrecorded.add(branch.page());
                case EXEMPT -> exempt.add(branch.page());
            }
        }
        return new Measure(key, label, met, missed, unrecorded, exempt);
    }

    /** A branch of its own is held to its full members, any branch to all of them. */
    private static Answer members(Branch branch) {
        Optional<Integer> total = branch.members("total");
        Optional<Integer> formal = branch.members("formal");
        if (total.filter(number -> number > Branch.MOST).isPresent()) {
            return Answer.missed("党员 " + total.get() + " 名，超过 " + Branch.MOST + " 名");
        }
        Optional<Integer> fewest = formal.or(() -> total.filter(number -> number < Branch.FEWEST));
        if (branch.isOfItsOwn()
                && fewest.filter(number -> number < Branch.FEWEST).isPresent()) {
            return Answer.missed("单独设置，党员 " + fewest.get() + " 名，不足 " + Branch.FEWEST + " 名");
        }
        boolean known = total.isPresent() && (formal.isPresent() || !branch.isOfItsOwn());
        return Answer.of(known ? State.MET : State.UNRECORDED);
    }

    /** Only a branch with a committee needs such a member. */
    private static Answer discipline(Branch branch) {
        Optional<Integer> formal = branch.members("formal");
        if (branch.page().fields().flag("has_discipline_member")) {
            return Answer.of(State.MET);
        } else if (formal.isEmpty()) {
            return Answer.of(State.UNRECORDED);
        } else if (!branch.needsCommittee()) {
            return Answer.of(State.EXEMPT);
        }
        return branch.page()
                        .fields()
                        .first("has_discipline_member", Value.Flag.class)
                        .isPresent()
                ? Answer.missed("正式党员 " + formal.get() + " 名，未设纪检委员")
                : Answer.of(State.UNRECORDED);
    }

    private static Answer secretary(Branch branch) {
        Optional<PartialDate> trained = branch.page().fields().date("secretary_trained");
        Optional<PartialDate> started = branch.page().fields().date("term_start");
        if (trained.isEmpty()) {
            return Answer.of(State.UNRECORDED);
        }
        return started.filter(start -> trained.get().compareTo(start) < 0).isPresent()
                ? Answer.missed("书记培训 " + trained.get() + " 早于本届起 " + started.get())
                : Answer.of(State.MET);
    }
}
