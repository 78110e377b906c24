package io.zhibu.build;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.config.Config;
import io.zhibu.content.Content;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.history.History;
import io.zhibu.memo.Digest;
import io.zhibu.memo.Memory;
import io.zhibu.page.Frame;
import io.zhibu.page.Page;
import io.zhibu.proofread.Proofs;
import io.zhibu.proofread.Veil;
import io.zhibu.rulebook.Verdicts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A site as its folder is now.
 *
 * @param ground that it stands on
 * @param begun whether content was read: not if the rules for it are wrong
 * @param drafts what calls itself one
 * @param verdicts how grave what is found is on this site
 * @param proofs how texts are read here
 * @param memory of what earlier builds made
 */
record Read(
        Ground ground,
        boolean begun,
        LocalDate today,
        Content content,
        Catalogued catalogued,
        Drafts drafts,
        Verdicts verdicts,
        Proofs proofs,
        Memory memory) {
    Config config() {
        return ground.config();
    }

    Catalogue catalogue() {
        return catalogued.whole();
    }

    /** Those that readers are led to. */
    Catalogue listed() {
        return catalogued.listed();
    }

    Ordering ordering() {
        return catalogued.ordering();
    }

    /** Of all that was read but the content. */
    Digest settings() {
        return ground.settings();
    }

    /**
     * Of all that was read and of what the caller decided: equal ones stand for equal sites, but for the day. Told by the bytes that were
     * read, not by what became of them; what lies beside an entry, by its size.
     */
    Digest digest(Building.Wishes wishes) {
        Digest.Of all = new Digest.Of().add(settings()).text(wishes.access());
        all.number(wishes.drafts() ? 1 : 0).number(wishes.styleguide() ? 1 : 0);
        for (Page page : content.pages()) {
            Digest source = content.sources().get(page.where().file());
            if (source != null) {
                all.add(source).number(page.heading().status().ordinal()).number(page.isExpired(today) ? 1 : 0);
            }
            page.attached().forEach(one -> all.text(one.path()).number(one.size()));
        }
        content.unread().forEach(one -> all.text(one.file()).text(one.id()));
        return all.digest();
    }

    /**
     * Of all that pages may be made from, but for what entries say between their headings and what Git and its files tell of them. Empty if
     * it isn't known of every entry.
     */
    Optional<Digest> shown(Building.Wishes wishes) {
        return told(wishes, Frame::shown);
    }

    /** Of all that rules look at that look at no words between headings. Empty if it isn't known of every entry. */
    Optional<Digest> marked(Building.Wishes wishes, History history, Likeness likeness) {
        Digest.Of all = new Digest.Of().text(today.toString());
        for (Page page : content.pages()) {
            all.text(history.lastChange(page.where().file())
                    .map(LocalDate::toString)
                    .orElse(""));
            for (Likeness.Match match : likeness.of(page)) {
                all.text(match.page().id())
                        .number(Float.floatToIntBits(match.score()))
                        .number(Float.floatToIntBits(match.shared()));
            }
        }
        return told(wishes, Frame::marked)
                .map(frames -> new Digest.Of().add(frames).add(all.digest()).digest());
    }

    private Optional<Digest> told(Building.Wishes wishes, Function<Frame, Digest> part) {
        Digest.Of all = new Digest.Of().text(wishes.access());
        all.number(wishes.drafts() ? 1 : 0).number(wishes.styleguide() ? 1 : 0);
        for (Page page : content.pages()) {
            Frame frame = content.frames().get(page.where().file());
            if (frame == null) {
                return Optional.empty();
            }
            all.add(part.apply(frame)).number(page.heading().status().ordinal());
            all.number(page.isExpired(today) ? 1 : 0);
            for (Page.Attached one : page.attached()) {
                all.text(one.path()).number(one.size());
                all.number(one.where().line()).number(one.where().column());
            }
        }
        content.unread().forEach(one -> all.text(one.toString()));
        return Optional.of(all.digest());
    }

    /** What is said of the site, as it is weighed here. */
    List<Diagnostic> toned(List<Diagnostic> diagnostics) {
        return verdicts.weighed(drafts.toned(diagnostics)).stream()
                .map(Veil::over)
                .toList();
    }
}
