package io.zhibu.review;

import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three reviews, as far as the entry says who did them and when. */
final class Reviews {
    static final List<String> STAGES = List.of("初审", "复审", "终审");

    private final Map<String, Done> done = new LinkedHashMap<>();

    record Done(String name, String date) {}

    static Reviews of(Page page) {
        Reviews reviews = new Reviews();
        page.fields().each("reviews", Value.Record.class).forEach(one -> {
            String stage = text(one, "stage");
            if (STAGES.contains(stage)) {
                reviews.done.putIfAbsent(stage, new Done(text(one, "name"), text(one, "date")));
            }
        });
        return reviews;
    }

    private static String text(Value.Record record, String key) {
        return record.fields().get(key).map(Value::text).orElse("");
    }

    Optional<Done> at(String stage) {
        return Optional.ofNullable(done.get(stage));
    }

    /** What the sheet says of all three, in a sentence. */
    String summary() {
        List<String> missing =
                STAGES.stream().filter(stage -> !done.containsKey(stage)).toList();
        Map<String, List<String>> stages = new LinkedHashMap<>();
        done.forEach((stage, one) ->
                stages.computeIfAbsent(one.name(), any -> new ArrayList<>()).add(stage));
        List<String> faults = new ArrayList<>();
        stages.forEach((name, of) -> {
            if (of.size() > 1) {
                faults.add(String.join("和", of) + "是同一个人，要由三个人审");
            }
        });
        if (!missing.isEmpty()) {
            faults.add("还缺" + String.join("、", missing));
        }
        return faults.isEmpty() ? "三审齐全，由三个人做。" : String.join("；", faults) + "。";
    }
}
