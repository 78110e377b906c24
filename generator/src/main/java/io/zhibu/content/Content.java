package io.zhibu.content;

import io.zhibu.memo.Digest;
import io.zhibu.page.Frame;
import io.zhibu.page.Page;
import io.zhibu.page.Unread;
import io.zhibu.page.Value;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that lies in the folder of content.
 *
 * @param pages by path of their file; each id once
 * @param unread entries that no page could be made of
 * @param files what isn't an entry, by path from the site's root
 * @param assets what lies in the folder of assets, by path from there
 * @param data of a JBake project, by file name
 * @param sources of what bytes each entry was read, by path of its file
 * @param frames what entries tell beside their words, by path of their file; not of those that weren't read again
 * @param earlier what the next reading may begin with
 */
public record Content(
        List<Page> pages,
        List<Unread> unread,
        SortedMap<String, Path> files,
        SortedMap<String, Path> assets,
        SortedMap<String, Value> data,
        Map<String, Digest> sources,
        Map<String, Frame> frames,
        Earlier earlier) {
    /** Nothing at all. */
    public static Content empty() {
        return new Content(
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Map.of(),
                Map.of(),
                Earlier.NOTHING);
    }

    /** What stands for an entry's file: where it lies and what it holds. */
    public static Digest source(String file, byte[] bytes) {
        return new Digest.Of().text(file).bytes(bytes).digest();
    }

    public Content {
        pages = List.copyOf(pages);
        unread = List.copyOf(unread);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
        sources = Map.copyOf(sources);
        frames = Map.copyOf(frames);
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }
}
