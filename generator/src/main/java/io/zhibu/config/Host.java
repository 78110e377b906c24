package io.zhibu.config;

import java.net.IDN;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a site will be found, in the letters that feeds and sitemaps may be written in. */
final class Host {
    private static final Pattern FORM =
            Pattern.compile("(https?://)(?:(\\[[0-9A-Fa-f:.]+])|([^\\s/?#@:\\[\\]]+))(:\\d{1,5})?(/[^\\s?#]*)?");

    private Host() {}

    /** Chinese in the domain becomes Punycode and in the path percent signs; empty if this is no address that a page's can be added to. */
    static Optional<String> ascii(String written) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            String name = form.group(3) == null ? form.group(2) : IDN.toASCII(form.group(3));
            String path = form.group(5) == null ? "" : URI.create(form.group(5)).toASCIIString();
            String port = form.group(4) == null ? "" : form.group(4);
            return Optional.of(form.group(1) + name + port + path)
                    .filter(any -> form.group(3) == null || name.matches("[\\w.-]+"));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
