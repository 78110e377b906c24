package io.zhibu.config;

import io.zhibu.builtin.BuiltIn;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.Optional;

/** Holds the version that a site was written for against the program's. */
final class VersionChecking {
    static final String KEY = "zhibu.version";

    private static final String FORM = "(0|[1-9]\\d{0,3})(\\.(0|[1-9]\\d{0,3})){0,2}";

    private final String program;

    /** @param program three numbers with dots between them */
    VersionChecking(String program) {
        this.program = program;
    }

    /**
     * What keeps this program from the site.
     *
     * @param otherwise where to say it if the key has no place of its own
     */
    Optional<Diagnostic> check(Settings settings, Where otherwise) {
        Where where = settings.where(KEY).orElse(otherwise);
        return settings.all().containsKey(KEY) ? fault(settings.get(KEY).orElse(""), where) : Optional.empty();
    }

    private Optional<Diagnostic> fault(String asked, Where where) {
        if (!asked.matches(FORM)) {
            return Optional.of(Diagnostic.error(
                    where, "setting-value", "“" + asked + "”不是版本号", "写成 " + KEY + "=" + BuiltIn.line()));
        }
        int site = major(asked);
        int own = major(program);
        if (site > own) {
            return Optional.of(Diagnostic.error(
                    where,
                    "version-newer",
                    "站点是照支部 " + asked + " 写的，这个程序是 " + program + "，太旧",
                    "换成支部 " + site + " 的程序；zhibu --version 看是哪一版"));
        }
        if (site < own) {
            return Optional.of(Diagnostic.error(
                    where,
                    "version-older",
                    "站点是照支部 " + asked + " 写的，这个程序是 " + program + "，大版本不同",
                    "照 CHANGELOG.md 里 " + own + ".0.0 的说明改好站点，再把这里写成 " + KEY + "=" + BuiltIn.line() + "；没改好以前还用支部 "
                            + site + " 的程序"));
        }
        return Optional.empty();
    }

    private static int major(String version) {
        return Integer.parseInt(version.replaceFirst("\\..*", ""));
    }
}
