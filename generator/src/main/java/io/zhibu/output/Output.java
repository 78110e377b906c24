package io.zhibu.output;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every file of the site, in address order. Holds no bytes itself and writes none. */
public final class Output {
    private final SortedMap<Address, Source> files;

    private Output(SortedMap<Address, Source> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    public SortedMap<Address, Source> files() {
        return files;
    }

    /** Collects files; the first at an address stays, a second one is an error at the place it comes from. */
    public static final class Builder {
        private final TreeMap<Address, Source> files = new TreeMap<>();
        private final Map<String, Where> taken = new HashMap<>();
        private final Diagnostics diagnostics = new Diagnostics();

        /** Adds the file that {@code origin} asks for. */
        public Builder add(Address address, Where origin, Source source) {
            Where first = taken.putIfAbsent(address.collisionKey(), origin);
            if (first == null) {
                files.put(address, source);
            } else {
                diagnostics.error(
                        origin, "address-taken", "网址“" + address + "”已被 " + first + " 占用（不分大小写）", "改掉其中一个的标识、标签名或文件名");
            }
            return this;
        }

        public Outcome<Output> build() {
            return Outcome.of(new Output(new TreeMap<>(files)), diagnostics);
        }
    }
}
