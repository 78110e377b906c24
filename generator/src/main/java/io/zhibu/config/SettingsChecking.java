package io.zhibu.config;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Nearest;
import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Holds each setting to what may be written there. A key of nobody's is for the templates. */
final class SettingsChecking {
    private static final List<String> JBAKE_SWITCHES = List.of(
            "render.index",
            "render.feed",
            "render.archive",
            "render.sitemap",
            "render.error404",
            "render.tags",
            "render.tagsindex",
            "index.paginate",
            "tag.sanitize",
            "uri.noExtension",
            "asset.ignore",
            "img.path.update",
            "img.path.prepend.host");
    /** Of sites of ours; to JBake some of these are keys like any other. */
    private static final List<String> OWN_SWITCHES = List.of(
            "render.feed",
            "render.jsonfeed",
            "render.sitemap",
            "render.error404",
            "render.tags",
            "render.units",
            "render.years",
            "render.words",
            "render.fields",
            "render.rules",
            "render.sheets",
            "render.data",
            "render.docx",
            "render.boards",
            "render.search",
            "render.robots",
            "render.alike",
            "samples.show",
            "content.names",
            "render.history",
            "render.withdrawn",
            "render.contributors");

    private static final List<String> OWN_KEYS = List.of(
            "site.title",
            "site.host",
            "site.code",
            "site.timezone",
            "site.copyright",
            "site.record",
            "site.support",
            "site.types",
            VersionChecking.KEY,
            "search.example",
            Elsewhere.BACKEND,
            Elsewhere.PATH,
            Elsewhere.SITE,
            "site.edit",
            "site.repository",
            "site.forge",
            "site.branch",
            "send.office",
            "send.email",
            "send.forge",
            "offline.zip",
            "book.font",
            "book.font.bold",
            "types.off",
            "health.address",
            "publish.keep",
            "publish.mail-from",
            "publish.mail-to",
            "publish.shrink-at-most",
            "publish.megabytes-at-most",
            "markdown.profile",
            "index.posts_per_page",
            "asset.max_kilobytes",
            "asset.endings",
            "content.folder",
            "template.folder",
            "asset.folder");

    private final Settings settings;
    private final boolean jbake;
    private final Diagnostics diagnostics = new Diagnostics();

    SettingsChecking(Settings settings, Dialect dialect) {
        this.settings = settings;
        this.jbake = dialect == Dialect.JBAKE;
    }

    List<Diagnostic> check() {
        for (String key : List.of("site.timezone", "freemarker.timezone")) {
            must(key, zone -> Settings.zone(zone).isPresent(), zone -> "没有“" + zone + "”这个时区", "写成 Asia/Shanghai");
        }
        switches();
        must(
                "date.format",
                pattern -> !jbake || DateForm.isPattern(pattern),
                pattern -> "“" + pattern + "”不是日期格式",
                "写成 yyyy-MM-dd");
        must(
                "render.encoding",
                "UTF-8"::equalsIgnoreCase,
                encoding -> "只支持 UTF-8，不支持“" + encoding + "”",
                "把内容和模板转成 UTF-8，删去这一行");
        must(
                "site.host",
                host -> jbake
                        ? host.matches("https?://[^\\s/]+(/\\S*)?")
                        : Host.ascii(host).isPresent(),
                host -> "“" + host + "”不是网址",
                "写成 http:// 或 https:// 开头的完整网址，没有就删去这一行");
        editing();
        sending();
        count("index.posts_per_page", "20");
        count("asset.max_kilobytes", "5120");
        publishing();
        elsewhere();
        settings.keys().forEach(this::known);
        return diagnostics.list();
    }

    private interface Saying {
        String of(String value);
    }

    private void must(String key, Predicate<String> sound, Saying message, String hint) {
        settings.get(key)
                .filter(sound.negate())
                .ifPresent(value -> diagnostics.error(where(key), "setting-value", message.of(value), hint));
    }

    private void editing() {
        if (jbake) {
            return;
        }
        must(
                "site.edit",
                Editing::isPattern,
                pattern -> "“" + pattern + "”不是修改网址的写法",
                "写完整的网址，文件的路径写作 {path}，如 https://git.example.cn/zhibu/_edit/main/{path}");
        must(
                "site.repository",
                Editing::isRepository,
                url -> "“" + url + "”不是仓库的网址",
                "写浏览器里打开仓库的网址，如 https://git.example.cn/dangjian/zhibu");
        must(
                "site.branch",
                branch -> branch.matches("[^\\s/.][^\\s/]*(/[^\\s/.][^\\s/]*)*"),
                branch -> "“" + branch + "”不是分支的名称",
                "照 git branch 列出的写，如 main");
        settings.get("site.forge")
                .filter(word -> !Editing.FORGES.contains(word))
                .ifPresent(word -> diagnostics.error(
                        where("site.forge"),
                        "setting-value",
                        "没有“" + word + "”这种代码托管软件",
                        Nearest.hint(word, Editing.FORGES)));
        if (settings.get("site.repository").isPresent()
                && settings.get("site.forge").isEmpty()) {
            diagnostics.error(
                    where("site.repository"),
                    "setting-value",
                    "写了仓库的网址，没有写用的是哪种代码托管软件",
                    "加一行 site.forge=gitea 或 site.forge=gitlab；别的软件不写这两项，写 site.edit");
        }
    }

    /** A key without a value would make a page that leads nowhere. */
    private void sending() {
        if (jbake) {
            return;
        }
        for (String key : Sending.KEYS) {
            if (settings.all().containsKey(key) && settings.get(key).isEmpty()) {
                diagnostics.error(
                        where(key),
                        "setting-value",
                        "写了“" + key + "”，没有写交到哪里：《交一篇》会是空的",
                        "写 send.office（收稿的部门、房间、公用电话）、send.email 或 send.forge 里的一项，没有就删去这一行");
            }
        }
        must(
                Sending.EMAIL,
                email -> email.matches("[\\x21-\\x2b\\x2d-\\x3f\\x41-\\x7e]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
                email -> "“" + email + "”不是邮箱地址",
                "写部门的公用邮箱，如 dangjian@example.cn，不写姓名");
        must(
                Sending.FORGE,
                Editing::isRepository,
                url -> "“" + url + "”不是网址",
                "写浏览器里打开的完整网址，如 https://git.example.cn/dangjian/zhibu/issues/new");
    }

    private void elsewhere() {
        must(
                Elsewhere.BACKEND,
                Elsewhere.BACKENDS::contains,
                word -> "没有“" + word + "”这种检索",
                "写 static（网页自己查，不写也是它）或 solr");
        must(
                Elsewhere.PATH,
                Elsewhere::isPath,
                path -> "“" + path + "”不是网页服务器上的路径",
                "写 / 开头、只有字母、数字和“._-”的路径，与 nginx 设置里的相同，如 /zhibu-search");
        must(Elsewhere.SITE, Elsewhere::isSite, site -> "“" + site + "”不能做站点的标识", "只用小写字母、数字、“.”和“-”，与推到 Solr 时的相同");
        if (settings.get(Elsewhere.BACKEND).filter("solr"::equals).isPresent()
                && Elsewhere.site(settings).isEmpty()) {
            diagnostics.error(
                    where(Elsewhere.BACKEND),
                    "setting-value",
                    "检索交给 Solr，不知道这个站点在那里叫什么",
                    "写 search.solr.site（如 danwei-zhibu）或 site.host");
        }
    }

    private void publishing() {
        must(
                "publish.keep",
                number -> number.matches("[2-9]|[1-9]\\d{1,2}"),
                number -> "“" + number + "”不是 2 到 999 的整数",
                "写留几次发布，如 7；至少 2 次，才退得回去");
        must(
                "publish.shrink-at-most",
                percent -> percent.matches(Settings.PERCENT),
                percent -> "“" + percent + "”不是 0% 到 100%",
                "写一夜最多可以少百分之几的条目，如 10%");
        count("publish.megabytes-at-most", "500");
        must(
                "health.address",
                word -> word.matches(Settings.UNGUESSED),
                word -> "“" + word + "”不能作体检报告的地址：容易被猜到，或有别的字符",
                "用小写字母、数字和短横线，字母和数字都要有，12 个以上，如随手敲的 tijian-7k2m9x4q");
        for (String key : List.of("publish.mail-from", "publish.mail-to")) {
            must(
                    key,
                    addresses -> addresses.matches(
                            "[\\x21-\\x2b\\x2d-\\x7e]+@[\\x21-\\x2b\\x2d-\\x7e]+(,\\s*[\\x21-\\x2b\\x2d-\\x7e]+@[\\x21-\\x2b\\x2d-\\x7e]+)*"),
                    addresses -> "“" + addresses + "”不是邮箱地址",
                    "写成 zhibu@example.cn，几个之间用半角逗号，不写姓名");
        }
    }

    private void count(String key, String example) {
        must(
                key,
                number -> number.matches("[1-9]\\d{0,6}"),
                number -> "“" + number + "”不是大于 0 的整数",
                "只写半角的阿拉伯数字，如 " + example);
    }

    /** One that is set to nothing is wrong too. */
    private void switches() {
        for (String key : jbake ? JBAKE_SWITCHES : OWN_SWITCHES) {
            Optional.ofNullable(settings.all().get(key))
                    .filter(word -> !Settings.isSwitch(word))
                    .ifPresent(word -> diagnostics.error(
                            where(key), "setting-value", "“" + word + "”不是 true 或 false", "写成 true 或 false，或删去这一行"));
        }
    }

    private void known(String key) {
        Optional<String> unheeded = jbake ? Optional.empty() : Unheeded.hint(key);
        if (unheeded.isPresent()) {
            diagnostics.warning(where(key), "setting-unheeded", "“" + key + "”这项设置在这里不起作用", unheeded.get());
            return;
        }
        List<String> known = new ArrayList<>(OWN_KEYS);
        known.addAll(jbake ? List.of() : OWN_SWITCHES);
        if (!known.contains(key)) {
            Nearest.to(key, known)
                    .filter(near -> mistyped(key, near))
                    .ifPresent(near -> diagnostics.warning(
                            where(key), "setting-unknown", "没有“" + key + "”这项设置", "是“" + near + "”吗？"));
        }
    }

    /** Keys of a site's own may look like ours: only one letter, or two changed places, in the same family are taken for a slip. */
    private static boolean mistyped(String key, String near) {
        int dot = near.indexOf('.') + 1;
        return key.startsWith(near.substring(0, dot)) && Nearest.slip(key.substring(dot), near.substring(dot));
    }

    private Where where(String key) {
        return settings.where(key).orElseThrow();
    }
}
