package io.zhibu.tally;

import io.zhibu.catalogue.Group;
import io.zhibu.page.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Branches by the project or the region that they were set up for. */
public final class Places {
    private static final String PROJECT = "project";
    private static final String REGION = "region";

    private Places() {}

    /** Whether the page says either. */
    public static boolean isPlaced(Page page) {
        return page.fields().text(PROJECT).isPresent()
                || page.fields().text(REGION).isPresent();
    }

    /** Those of these pages that name a project, by its name, in their order. */
    public static List<Group> byProject(List<Page> branches) {
        return by(PROJECT, branches);
    }

    /** Those of these pages that name a region, by its name, in their order. */
    public static List<Group> byRegion(List<Page> branches) {
        return by(REGION, branches);
    }

    private static List<Group> by(String field, List<Page> branches) {
        Map<String, List<Page>> named = new LinkedHashMap<>();
        branches.forEach(branch -> branch.fields()
                .text(field)
                .ifPresent(name ->
                        named.computeIfAbsent(name, any -> new ArrayList<>()).add(branch)));
        return named.entrySet().stream()
                .map(entry -> Group.of(entry.getKey(), entry.getKey(), Optional.empty(), entry.getValue()))
                .toList();
    }
}
