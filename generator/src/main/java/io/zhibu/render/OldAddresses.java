package io.zhibu.render;

import io.zhibu.address.Address;
import java.net.URI;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;

/**
 * Where old addresses lead, for a web server that answers them itself: a reader then sees no page in between, and a search engine forgets
 * the old one. Pages that lead on stand there too, for where no server reads this.
 */
final class OldAddresses {
    /** In one of the two servers' files these mean something else, however they are quoted: such an address has its page alone. */
    private static final String MEANT_OTHERWISE = ".*[\\\\\"*?{}\\p{Cntrl}].*";

    private static final String INDEX = "index.html";

    private final SortedMap<Address, Address> moved;
    private final String prefix;

    /** @param host where the site is; what stands behind its name begins every address */
    OldAddresses(SortedMap<Address, Address> moved, Optional<String> host) {
        this.moved = moved;
        this.prefix = host.map(URI::create).map(URI::getPath).orElse("").replaceFirst("/+$", "");
    }

    /** Of a {@code map $uri}. */
    String nginx() {
        return "# 旧网址到新网址，在 http { } 里用：map $uri $zhibu_moved { include 这个文件; }；写法见 recipes/nginx.conf。\n"
                + lines((old, now) -> "\"" + old + "\" \"" + now + "\";\n");
    }

    String caddy() {
        return "# 旧网址到新网址，在 Caddyfile 里用：import 这个文件。\n"
                + lines((old, now) -> "redir \"" + old + "\" \"" + now + "\" permanent\n");
    }

    private String lines(BiFunction<String, String, String> line) {
        StringBuilder lines = new StringBuilder();
        moved.forEach((old, now) -> {
            if (!old.path().matches(MEANT_OTHERWISE)) {
                String to = bare(prefix + "/" + now.link().replace("$", "%24"));
                String from = prefix + "/" + old.path();
                lines.append(line.apply(from, to));
                if (!bare(from).equals(from)) {
                    lines.append(line.apply(bare(from), to));
                }
            }
        });
        return lines.toString();
    }

    /** The page of a folder is asked for by the folder. */
    private static String bare(String path) {
        return path.endsWith("/" + INDEX) ? path.substring(0, path.length() - INDEX.length()) : path;
    }
}
