package io.zhibu.output;

import io.zhibu.address.Address;
import io.zhibu.address.Segment;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import java.text.Normalizer;
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
            address.tooLong()
                    .ifPresent(name -> diagnostics.error(
                            origin,
                            "address-long",
                            "网址里“" + Segment.shown(name) + "”这一段有 " + Segment.bytes(name) + " 字节，磁盘上一个名字最多 "
                                    + Segment.LONGEST + " 字节",
                            "改短标识或文件名：一个汉字占 3 字节，空格和“#%?”一类的符号在网址里也占 3 字节"));
            Where first = taken.putIfAbsent(address.collisionKey(), origin);
            if (first == null) {
                files.put(address, source);
            } else {
                diagnostics.error(
                        origin,
                        "address-taken",
                        "网址“" + address + "”已被 " + first + " 占用（不分大小写" + accents(address) + "）",
                        "改掉其中一个的标识、标签名或文件名");
            }
            return this;
        }

        /** Only somebody who has such letters need be told that two spellings of them are one to some disks. */
        private static String accents(Address address) {
            boolean once = Normalizer.isNormalized(address.path(), Normalizer.Form.NFC)
                    && Normalizer.isNormalized(address.path(), Normalizer.Form.NFD);
            return once ? "" : "，也不分带符号的字母写成一个字符还是两个";
        }

        public Outcome<Output> build() {
            return Outcome.of(new Output(new TreeMap<>(files)), diagnostics);
        }
    }
}
