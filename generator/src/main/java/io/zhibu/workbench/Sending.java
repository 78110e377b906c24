package io.zhibu.workbench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Remembers who the editor is and what was sent to be reviewed. */
final class Sending {
    private static final String AUTHOR = "author.txt";
    private static final String SENT = "sent.tsv";

    private final Drafts drafts;
    private final Submitting submitting;
    private final CatchingUp catchingUp;

    Sending(Drafts drafts, Submitting submitting, CatchingUp catchingUp) {
        this.drafts = drafts;
        this.submitting = submitting;
        this.catchingUp = catchingUp;
    }

    /** What was sent and came back is no more under review. */
    synchronized CatchingUp.Result catchUp() throws IOException {
        CatchingUp.Result result = catchingUp.catchUp(author());
        Map<String, Listing.Sent> all = all();
        boolean any = result.became().entrySet().stream()
                        .filter(one -> one.getValue() == CatchingUp.Became.TAKEN_OVER)
                        .map(one -> all.remove(one.getKey()))
                        .filter(Objects::nonNull)
                        .count()
                > 0;
        if (any) {
            keep(all);
        }
        return result;
    }

    /** As the editor said, or as git knows; an empty name if nobody did. */
    Submitting.Author author() throws IOException {
        String[] lines = drafts.note(AUTHOR).split("\n", -1);
        return lines[0].isEmpty()
                ? submitting.author()
                : new Submitting.Author(lines[0], lines.length > 1 ? lines[1] : "");
    }

    void keep(Submitting.Author author) throws IOException {
        drafts.keepNote(AUTHOR, author.name() + "\n" + author.mail() + "\n");
    }

    synchronized Map<String, Listing.Sent> all() throws IOException {
        Map<String, Listing.Sent> all = new LinkedHashMap<>();
        drafts.note(SENT)
                .lines()
                .map(line -> line.split("\t"))
                .filter(cells -> cells.length == 4)
                .forEach(cells -> all.put(cells[0], new Listing.Sent(cells[1], cells[2], cells[3])));
        return all;
    }

    Optional<Listing.Sent> of(String file) throws IOException {
        return Optional.ofNullable(all().get(file));
    }

    /** @param seen what of upstream's the editor has put together with the own text */
    synchronized Submitting.Result submit(String file, Drafts.Held held, String seen) throws IOException {
        Submitting.Author author = author();
        // The folder is needed for git's own notes too.
        keep(author);
        Map<String, Listing.Sent> all = all();
        Optional<Listing.Sent> before = Optional.ofNullable(all.get(file));
        Object title = EntryText.of(held.text()).values().getOrDefault("title", file);
        Submitting.Result result = submitting.submit(
                file,
                title.toString(),
                author,
                before.map(Listing.Sent::branch).orElse(""),
                before.map(Listing.Sent::commit).orElse(""),
                seen);
        if (result.done()) {
            all.put(file, new Listing.Sent(result.branch(), result.commit(), held.version()));
            keep(all);
        }
        return result;
    }

    private void keep(Map<String, Listing.Sent> all) throws IOException {
        StringBuilder text = new StringBuilder();
        all.forEach((one, sent) -> text.append(one)
                .append('\t')
                .append(sent.branch())
                .append('\t')
                .append(sent.commit())
                .append('\t')
                .append(sent.version())
                .append('\n'));
        drafts.keepNote(SENT, text.toString());
    }
}
