package io.zhibu.workbench;

import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.http.Json;
import io.zhibu.http.Response;
import io.zhibu.intake.Beginning;
import io.zhibu.intake.Entry;
import io.zhibu.intake.Imported;
import io.zhibu.intake.Importing;
import io.zhibu.intake.Known;
import io.zhibu.intake.Placing;
import io.zhibu.picture.Trimming;
import io.zhibu.preview.Edition;
import io.zhibu.preview.Live;
import io.zhibu.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes to the desk from outside: pictures, Word documents, new entries. */
final class Arrivals {
    private final Path root;
    private final Drafts drafts;

    Arrivals(Path root, Drafts drafts) {
        this.root = root;
        this.drafts = drafts;
    }

    private static Response json(Map<String, ?> told) {
        return Response.of(200, "application/json; charset=utf-8", Json.of(told).getBytes(StandardCharsets.UTF_8));
    }

    private static Response refused(Diagnostic one) {
        return Response.text(
                400, one.message() + "。" + one.hint().map(hint -> hint + "。").orElse(""));
    }

    /** A picture beside a draft, made fit; under its own name as far as that is free. */
    Response picture(Places places, String file, String name, byte[] bytes) throws IOException {
        Outcome<Optional<Trimming.Trimmed>> trimmed = Trimming.of(bytes, name);
        if (trimmed.value().isEmpty()) {
            return refused(trimmed.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .findFirst()
                    .orElseThrow());
        }
        Trimming.Trimmed picture = trimmed.value().get();
        String stem = name.replaceFirst("\\.[^.]*$", "")
                .replaceAll("[^\\p{L}\\p{N}-]+", "-")
                .replaceAll("^-+|-+$", "");
        String plain = stem.isEmpty()
                ? "tu"
                : stem.substring(0, stem.offsetByCodePoints(0, Math.min(40, stem.codePointCount(0, stem.length()))));
        String folder = file.replaceFirst("\\.md$", "/");
        String free = folder + plain + "." + picture.ending();
        for (int next = 2; drafts.isTaken(free); next++) {
            free = folder + plain + "-" + next + "." + picture.ending();
        }
        if (!places.isInside(free)) {
            return Response.text(400, "图片的文件名用不了，改一个名字再来。");
        }
        drafts.keepBeside(free, picture.bytes());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("src", Desk.relative(file, free));
        told.put("width", picture.width());
        told.put("height", picture.height());
        told.put("before", bytes.length);
        told.put("after", picture.bytes().length);
        return json(told);
    }

    /** A Word document becomes an entry, or is compared with the one that it became before. */
    Response document(Edition.Site site, Fields asked, byte[] bytes) throws IOException {
        Config config = site.config();
        String name = asked.text("name").replaceAll("[\\\\/\\p{Cntrl}:*?\"<>|]", "_");
        if (name.isBlank() || name.startsWith(".") || name.length() > 120) {
            return Response.text(400, "文件名用不了，改一个短的名字再拖进来。");
        }
        List<Known> known = Known.of(site.catalogue());
        Importing importing = new Importing(
                config.schemas(),
                known,
                config.wording().readings(),
                site.today().getYear());
        Path content = config.layout().content();
        Placing placing = new Placing(
                root, content, importing, known, new Placing.Wishes(Optional.empty(), "", false, false, false));
        String kept = "upload/" + name;
        drafts.keepUpload(kept, bytes);
        Imported imported;
        try {
            imported = placing.take(drafts.noteFile(kept), name);
        } finally {
            drafts.dropUpload(kept);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("state", imported.state().label());
        told.put("good", imported.state().isGood());
        told.put("entry", imported.entry());
        List<Map<String, Object>> said = new ArrayList<>();
        for (Diagnostic one : imported.diagnostics()) {
            said.add(Map.of(
                    "severity",
                    one.severity().label(),
                    "message",
                    one.message(),
                    "hint",
                    one.hint().orElse("")));
        }
        told.put("said", said);
        told.put("lines", imported.lines());
        imported.tally().ifPresent(tally -> {
            told.put("guessed", tally.guessed());
            told.put("unwritten", tally.unwritten());
        });
        return json(told);
    }

    /** A draft that begins from a type and a title. */
    Response fresh(Edition.Site site, Fields asked, Live live) throws IOException {
        Config config = site.config();
        Optional<Schema> type = config.schemas().type(asked.text("type"));
        String title = asked.text("title").strip();
        if (type.isEmpty()) {
            return Response.text(400, "没有这一类。");
        }
        if (title.isEmpty() || title.length() > 100 || title.matches("(?s).*\\p{Cntrl}.*")) {
            return Response.text(400, "先写标题，一行，不超过 60 个字。");
        }
        Beginning beginning = new Beginning(
                config.schemas(), Known.of(site.catalogue()), config.wording().readings());
        Path archetype = root.resolve("site-config/archetypes/" + type.get().key() + ".md");
        String overlay = Files.exists(archetype) ? Files.readString(archetype) : "";
        String content = config.layout().spelt(config.layout().content());
        String folder = content + "/" + type.get().key() + "/";
        String id = beginning.id(title, one -> drafts.isTaken(folder + one + ".md") || drafts.isTaken(folder + one));
        Entry entry = beginning.entry(type.get(), id, title, Map.of(), overlay);
        String file = folder + id + ".md";
        drafts.keep(file, entry.text());
        live.touched(drafts.draftFile(file));
        return json(Map.of("file", file));
    }
}
