package io.zhibu.release;

/**
 * An entry that readers of a release see, as far as one night tells it from another.
 *
 * @param type key of its type
 * @param id unique in the site
 * @param uri of its page, from the site's root, as a link spells it
 * @param label of its type, as readers know it
 * @param title without the end of a line
 * @param digest of its source and of what lies beside it
 * @param sample made up to show how a full entry looks
 * @param since the day of the version that is shown, if the newest one has errors; empty otherwise
 */
public record Entry(
        String type, String id, String uri, String label, String title, String digest, boolean sample, String since) {
    private static final String GAP = "\t";
    private static final int PARTS = 8;

    String line() {
        return String.join(
                GAP,
                type,
                id,
                uri,
                flat(label),
                flat(title),
                digest,
                sample ? "sample" : "",
                since.isEmpty() ? "-" : since);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s", " ");
    }

    /** What {@link #line} wrote; null of anything else never leaves the manifest's reading. */
    static Entry read(String line) {
        String[] parts = line.split(GAP);
        return parts.length != PARTS
                ? null
                : new Entry(
                        parts[0],
                        parts[1],
                        parts[2],
                        parts[3],
                        parts[4],
                        parts[5],
                        parts[6].equals("sample"),
                        parts[7].equals("-") ? "" : parts[7]);
    }
}
