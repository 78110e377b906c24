package io.zhibu.config;

import io.zhibu.diagnostic.Where;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of {@code jbake.properties}, by key. Keys that Zhibu itself reads have a method here; the rest reach the templates.
 */
public final class Settings {
    private final Map<String, String> values;
    private final Map<String, Where> places;

    /**
     * @param values in the order of the file
     * @param places of the keys
     */
    public Settings(Map<String, String> values, Map<String, Where> places) {
        this.values = new LinkedHashMap<>(values);
        this.places = new TreeMap<>(places);
    }

    /** What the file says, in its order; without JBake's defaults. */
    public Map<String, String> all() {
        return java.util.Collections.unmodifiableMap(values);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public Optional<Where> where(String key) {
        return Optional.ofNullable(places.get(key));
    }

    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    public String title() {
        return get("site.title").orElse("支部工作法知识库");
    }

    /** Where the site will be found, without a slash at its end; empty if nobody said. */
    public Optional<String> host() {
        return get("site.host").map(host -> host.endsWith("/") ? host.substring(0, host.length() - 1) : host);
    }

    public ZoneId zone() {
        return get("site.timezone").flatMap(Settings::zone).orElse(ZoneId.of("Asia/Shanghai"));
    }

    /** Empty if there is no such zone. */
    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** Whether the settings switch this kind of page off; what isn't mentioned is on. */
    public boolean isOff(String key) {
        return get(key).filter("false"::equals).isPresent();
    }

    /** Entries on a page of a list; at least 1. */
    public int perPage() {
        return number("index.posts_per_page", 20);
    }

    /** The largest file, in bytes, that may lie beside an entry without a warning. */
    public long largestAsset() {
        return number("asset.max_kilobytes", 5120) * 1024L;
    }

    private int number(String key, int otherwise) {
        return get(key).filter(value -> value.matches("[1-9]\\d{0,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
