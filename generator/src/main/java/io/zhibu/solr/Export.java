package io.zhibu.solr;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Output;
import io.zhibu.search.Search;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A site's search for an engine elsewhere: as files, or sent to it. */
public final class Export {
    private static final int BATCH = 250;

    private static final Where ORIGIN = Where.inFile("search-export");

    private final Documents documents;
    private final String site;
    private final int batch;
    private final Configset configset = new Configset();

    /** @param site tells its documents from those of other sites in one collection */
    public Export(Search search, String site) {
        this(search, site, BATCH);
    }

    /** @param batch documents that are sent at a time */
    Export(Search search, String site, int batch) {
        this.batch = batch;
        this.documents = new Documents(search, site);
        this.site = site;
    }

    /** The configset and the documents. To be written by one thread: what sounds a name has isn't asked by two. */
    public Output files() {
        Output.Builder files = new Output.Builder();
        configset.files().forEach((name, text) -> add(files, "configset", name, () -> text));
        for (int from = 0; from < documents.size(); from += batch) {
            int first = from;
            add(
                    files,
                    "documents",
                    "%05d.json".formatted(from / batch + 1),
                    () -> documents.made(first, first + batch).stream()
                            .map(Documents.Made::json)
                            .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        }
        return files.build().value();
    }

    private static void add(Output.Builder files, String folder, String name, Supplier<String> text) {
        files.add(
                Address.of(List.of(folder), name),
                ORIGIN,
                () -> Outcome.of(text.get().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What was done, or would be.
     *
     * @param created whether there was no such collection
     */
    public record Done(boolean created, int added, int changed, int removed, int same) {
        public boolean nothing() {
            return !created && added + changed + removed == 0;
        }
    }

    /** Told how many documents were looked at, of how many. */
    @FunctionalInterface
    public interface Progress {
        void looked(int documents, int of);
    }

    /** What would be done; does nothing. */
    public Done compare(Solr solr, String collection) throws IOException {
        boolean there = check(solr, collection);
        return compare(there ? solr.digests(collection, site) : Map.of(), !there, new Batch.None());
    }

    /**
     * Makes the collection if there is none, and sends what isn't there as it is here. Stopped at any place, it goes on from there when it is
     * begun again; readers see all of it at its end.
     *
     * @param shards and
     * @param replicas of a collection that is made
     */
    public Done send(Solr solr, String collection, int shards, int replicas, Progress progress) throws IOException {
        boolean there = check(solr, collection);
        if (there) {
            // What an earlier run has sent before it was stopped isn't seen yet.
            solr.commit(collection);
        } else {
            solr.create(collection, configset, shards, replicas);
        }
        Done done = compare(
                there ? solr.digests(collection, site) : Map.of(), !there, new Batch.Sent(solr, collection, progress));
        if (!done.nothing()) {
            solr.commit(collection);
        }
        return done;
    }

    private boolean check(Solr solr, String collection) throws IOException {
        solr.check();
        if (!solr.collections().contains(collection)) {
            return false;
        }
        String made = solr.configset(collection);
        if (!made.equals(configset.name())) {
            throw new Fault(
                    made.startsWith(Configset.NAME)
                            ? "集合“" + collection + "”是照另一版支部的设置建的（" + made + "，这一版是 " + configset.name() + "）"
                            : "集合“" + collection + "”不是支部建的（设置是“" + made + "”），没有动它",
                    "换一个名称（--collection），推好以后把网页服务器指过去，再删旧的");
        }
        return true;
    }

    private Done compare(Map<String, String> known, boolean created, Batch doing) throws IOException {
        int added = 0;
        int changed = 0;
        int same = 0;
        Set<String> gone = new LinkedHashSet<>(known.keySet());
        for (int from = 0; from < documents.size(); from += batch) {
            List<Documents.Made> other = new ArrayList<>();
            for (Documents.Made one : documents.made(from, from + batch)) {
                gone.remove(one.key());
                String before = known.get(one.key());
                if (one.digest().equals(before)) {
                    same++;
                } else {
                    other.add(one);
                    added += before == null ? 1 : 0;
                    changed += before == null ? 0 : 1;
                }
            }
            doing.put(other);
            doing.looked(Math.min(from + batch, documents.size()), documents.size());
        }
        List<String> keys = List.copyOf(gone);
        for (int from = 0; from < keys.size(); from += batch) {
            doing.remove(keys.subList(from, Math.min(from + batch, keys.size())));
        }
        return new Done(created, added, changed, keys.size(), same);
    }
}
