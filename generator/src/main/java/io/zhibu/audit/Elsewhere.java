package io.zhibu.audit;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges an address that leads out of the site. A reader may go there; a page may not need it, since whoever reads from a disk has no
 * network.
 */
final class Elsewhere {
    private static final Set<String> GONE_TO = Set.of("a href", "area href", "form action");
    /** Of several the last. */
    private static final Pattern RELATION = Pattern.compile("(?is).*\\srel\\s*=\\s*[\"']?([a-z]*)");

    private static final Set<String> TOLD = Set.of("canonical", "alternate", "author", "license", "help");

    private final Optional<String> host;

    /** @param host where the site is published, without a slash at its end */
    Elsewhere(Optional<String> host) {
        this.host = host;
    }

    /** Whether it has a scheme or a host of its own. */
    static boolean is(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            if (c == '/' || c == '%' || c > 'z') {
                break;
            }
        }
        return path.startsWith("//");
    }

    /**
     * An error if the page needs what lies there.
     *
     * @param tag with its attributes, as far as they stand before this one and after
     * @param attribute such as {@code src}
     */
    List<Diagnostic> check(Address page, String tag, String attribute, String link, Where template) {
        int end = 0;
        while (end < tag.length() && " \t\n\u000B\f\r/>".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        String name = tag.substring(0, end).toLowerCase(Locale.ROOT);
        boolean fine = link.startsWith("data:")
                || GONE_TO.contains(name + " " + attribute)
                || name.equals("link") && isTold(tag, link)
                || name.equals("base") && isOurs(link);
        return fine
                ? List.of()
                : List.of(Diagnostic.error(
                        template,
                        "page-elsewhere",
                        "页面 " + page + " 的 <" + name + "> 要从别的网站取东西：“" + link + "”",
                        "把文件放进站点（模板用的放 templates/assets，条目用的放在条目旁边），写站内的路径"));
    }

    /** What a link element only says, and nobody loads; of a host, only ours. */
    private boolean isTold(String tag, String link) {
        Matcher relation = RELATION.matcher(tag);
        return relation.lookingAt() && TOLD.contains(relation.group(1).toLowerCase(Locale.ROOT)) && isOurs(link);
    }

    private boolean isOurs(String link) {
        return host.filter(own -> link.equals(own) || link.startsWith(own + "/"))
                .isPresent();
    }
}
