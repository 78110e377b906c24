package io.zhibu.solr;

import io.zhibu.catalogue.Choice;
import io.zhibu.http.Json;
import io.zhibu.memo.Digest;
import io.zhibu.search.Indexed;
import io.zhibu.search.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a site has, as documents of the engine. */
final class Documents {
    private final Search search;
    private final String site;

    /** @param site tells its documents from those of other sites in one collection */
    Documents(Search search, String site) {
        this.search = search;
        this.site = site;
    }

    /**
     * One of them.
     *
     * @param digest of all that it holds
     */
    record Made(String key, String digest, String json) {}

    int size() {
        return search.size();
    }

    List<Made> made(int from, int to) {
        return search.indexed(from, Math.min(to, size())).map(this::made).toList();
    }

    /** The engine takes what stands before an exclamation mark for advice where to put a document. */
    static String key(String site, String id) {
        return site + ":" + id.replace("!", "%21");
    }

    private Made made(Indexed one) {
        String key = key(site, one.id());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", key);
        fields.put("site", site);
        fields.put("entry", one.id());
        fields.put("order", one.order());
        fields.put("sample", one.sample());
        fields.put("listed", one.listed());
        fields.put("place", one.place());
        fields.put("day", one.day());
        fields.put(field("t", one), counted(one.title()));
        fields.put(field("b", one), counted(one.body()));
        fields.put(field("n", one), String.join(" ", one.name()));
        fields.put(field("l", one), String.join(" ", one.label()));
        fields.put("heading", one.heading());
        fields.put("summary", one.summary());
        fields.put("text", one.text());
        fields.put(
                "sections",
                one.sections().stream()
                        .map(section -> section.at() + " " + section.anchor())
                        .collect(Collectors.joining("\n")));
        fields.put("uri", one.uri());
        fields.put("type", one.type());
        fields.put("unit", one.unit());
        fields.put("year", one.year());
        Map<String, List<String>> choices = new LinkedHashMap<>();
        for (Choice choice : one.choices()) {
            String group = Configset.key(choice.group());
            choices.computeIfAbsent("c_" + group, any -> new ArrayList<>()).add(choice.key());
            choices.computeIfAbsent("v_" + group, any -> new ArrayList<>())
                    .add((one.sample() ? "1" : "0") + choice.key() + "=" + choice.label());
        }
        fields.putAll(choices);
        fields.values().removeIf(""::equals);
        String digest = Digest.of(Json.of(fields)).toString();
        fields.put("digest", digest);
        return new Made(key, digest, Json.of(fields));
    }

    private static String field(String name, Indexed one) {
        return one.place() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String counted(Map<String, Integer> words) {
        return words.entrySet().stream()
                .map(word -> word.getValue() == 1 ? word.getKey() : word.getKey() + "|" + word.getValue())
                .collect(Collectors.joining(" "));
    }
}
