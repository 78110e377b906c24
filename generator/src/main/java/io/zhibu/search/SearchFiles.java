package io.zhibu.search;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.memo.Memory;
import io.zhibu.memo.Packing;
import io.zhibu.output.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that a browser needs to search the site. */
public final class SearchFiles {
    private static final String FOLDER = "search";
    private static final String ENDING = ".js";
    private static final Where ORIGIN = Where.inFile("search");

    private final SortedMap<String, Shard> data;
    private final SortedMap<String, byte[]> programs;

    /** By name without ending. */
    SearchFiles(SortedMap<String, Shard> data, SortedMap<String, byte[]> programs) {
        this.data = data;
        this.programs = programs;
    }

    public Output output() {
        Output.Builder output = new Output.Builder();
        data.forEach((name, file) -> add(output, name, file.script()));
        programs.forEach((name, file) -> add(output, name, file));
        return output.build().value();
    }

    private static void add(Output.Builder output, String name, byte[] content) {
        output.add(Address.of(List.of(FOLDER), name + ENDING), ORIGIN, () -> Outcome.of(content));
    }

    /** What {@link #read} needs beside the files that were kept when they were made. */
    public void pack(Packing.Out out) {
        out.number(data.size());
        for (Map.Entry<String, Shard> file : data.entrySet()) {
            out.text(file.getKey());
            file.getValue().write(out);
        }
        pack(programs, out);
    }

    static void pack(SortedMap<String, byte[]> programs, Packing.Out out) {
        programs.forEach((name, file) -> out.text(name).bytes(file));
    }

    /** Empty if a file isn't among those that were kept. */
    public static Optional<SearchFiles> read(Packing.In in, Memory.Book made) {
        SortedMap<String, Shard> data = new TreeMap<>();
        for (int left = in.number(); left > 0; left--) {
            String name = in.text();
            Optional<Shard> file = Shard.read(in, made);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            data.put(name, file.get());
        }
        return Optional.of(new SearchFiles(data, programs(in)));
    }

    static SortedMap<String, byte[]> programs(Packing.In in) {
        SortedMap<String, byte[]> programs = new TreeMap<>();
        while (in.hasMore()) {
            programs.put(in.text(), in.bytes());
        }
        return programs;
    }
}
