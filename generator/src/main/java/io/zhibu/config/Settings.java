package io.zhibu.config;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Where;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of {@code jbake.properties}, by key. Keys that Zhibu itself reads have a method here; the rest reach the templates.
 */
public final class Settings {
    private static final String ON = "true|t|yes|y|on";
    /** A folder that nobody comes to by guessing. */
    static final String UNGUESSED = "(?=.*\\d)(?=.*[a-z])[a-z0-9][a-z0-9-]{11,63}";

    /** From 0 to 100, with its sign or without. */
    static final String PERCENT = "(100|\\d{1,2})\\s*%?";

    private static final String OFF = "false|f|no|n|off";

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

    /** The same settings, with one switched on whatever the file says. */
    Settings with(String key) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, "true");
        return new Settings(more, places);
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

    /** Where the site will be found, in ASCII and without a slash at its end; empty if nobody said. */
    public Optional<String> host() {
        return get("site.host")
                .flatMap(Host::ascii)
                .map(host -> host.endsWith("/") ? host.substring(0, host.length() - 1) : host);
    }

    /** The engine that the browser asks first; empty if the files answer alone. */
    public Optional<Elsewhere> elsewhere() {
        return Elsewhere.of(this);
    }

    /** Where a reader with the right to it changes a file; empty if nobody said. */
    public Optional<Editing> editing() {
        return Editing.of(this);
    }

    /** Where readers send what they wrote; empty if nobody said. */
    public Optional<Sending> sending() {
        return Sending.of(this);
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

    /** In which dates and numbers are written: never the machine's own, so that any machine makes the same bytes. */
    public Locale locale() {
        return get("freemarker.locale").map(Settings::locale).orElse(Locale.SIMPLIFIED_CHINESE);
    }

    /** In which the names of months and days are read from a JBake header. */
    public Locale headerLocale() {
        return get("jvm.locale").map(Settings::locale).orElseGet(this::locale);
    }

    private static Locale locale(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-'));
    }

    /** A key as JBake takes it: what is set to nothing is nothing, and not the default. */
    public String jbake(String key, String otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : value.strip();
    }

    /** Whether a key of JBake's is on, in any of the words that JBake takes for it. */
    public boolean isOn(String key) {
        return jbake(key, "false").toLowerCase(Locale.ROOT).matches(ON);
    }

    /** Whether this is a word for on or off. */
    public static boolean isSwitch(String word) {
        return word.strip().toLowerCase(Locale.ROOT).matches(ON + "|" + OFF);
    }

    /** Whether the settings switch this kind of page off; what isn't mentioned is on. */
    public boolean isOff(String key) {
        return get(key).filter(word -> word.toLowerCase(Locale.ROOT).matches(OFF))
                .isPresent();
    }

    /** Keys of the types that the site does without, in the order of the settings. */
    public List<String> typesOff() {
        return get("types.off")
                .map(types -> List.of(types.split("\\s*[,，、]\\s*")))
                .orElse(List.of());
    }

    /** Entries on a page of a list; at least 1. */
    public int perPage() {
        return number("index.posts_per_page", 20);
    }

    /** The largest file, in bytes, that may lie beside an entry without a warning. */
    public long largestAsset() {
        return number("asset.max_kilobytes", 5120) * 1024L;
    }

    /** Endings of the files that may lie beside an entry, in lower case, without a dot. */
    public List<String> assetEndings() {
        String endings = get("asset.endings")
                .orElse("pdf, ofd, docx, xlsx, pptx, txt, csv, vtt, jpg, jpeg, png, gif, webp, svg,"
                        + " mp3, m4a, ogg, wav, mp4, webm, zip");
        return Arrays.stream(endings.toLowerCase(Locale.ROOT).split("[\\s,，、]+"))
                .map(ending -> ending.startsWith(".") ? ending.substring(1) : ending)
                .filter(ending -> !ending.isEmpty())
                .distinct()
                .toList();
    }

    /** Percent of last night's entries that may be gone at the most; from 0 to 100. */
    public int shrinkAtMost() {
        return get("publish.shrink-at-most")
                .filter(value -> value.matches(PERCENT))
                .map(value -> Integer.valueOf(value.replaceAll("\\D", "")))
                .orElse(10);
    }

    /** How many releases stay; at least 2. */
    public int keepReleases() {
        return Math.max(2, number("publish.keep", 7));
    }

    /** What all files of a site may take, in millions of bytes; 0 if nobody said. */
    public long megabytesAtMost() {
        return number("publish.megabytes-at-most", 0);
    }

    /** Where the report on the content is part of the site; empty if it isn't. */
    public Optional<Address> healthAddress() {
        return get("health.address")
                .filter(word -> word.matches(UNGUESSED))
                .map(word -> new Address(word + "/index.html"));
    }

    private int number(String key, int otherwise) {
        return get(key).filter(value -> value.matches("[1-9]\\d{0,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
