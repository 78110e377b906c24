package io.zhibu.preview;

import io.zhibu.address.Address;
import io.zhibu.build.Known;
import io.zhibu.build.Sketch;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds the site again whenever a file changed: at first what the reader looks at, then what takes longer. Only the last state of the
 * files is of interest, so that a build ends where the next change begins.
 */
final class Rebuilding implements Runnable {
    /** Some programs write a file in two goes, or take it away before they put the new one there: what looks wrong gets a second look. */
    private static final long SECOND_LOOK_MILLIS = 250;
    /** The page that is looked at is made before the processors are busy with what nobody waits for. */
    private static final long HEAD_START_MILLIS = 150;

    private static final long REST_MILLIS = 1_000;

    private final Editions editions;
    private final Making making;
    private final Listener listener;
    private Known known = Known.NOTHING;
    private Optional<Edition.Site> site = Optional.empty();
    private long number;
    private long copies;

    Rebuilding(Editions editions, Making making, Listener listener) {
        this.editions = editions;
        this.making = making;
        this.listener = listener;
    }

    @Override
    public void run() {
        boolean hurried = false;
        try {
            for (Optional<Editions.Change> next = editions.next(); next.isPresent(); next = editions.next()) {
                hurried = !heed(next.get(), hurried);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether the change is heeded, if not to the end.
     *
     */
    private boolean heed(Editions.Change change, boolean hurried) throws InterruptedException {
        if (change.touched().stream().anyMatch(Rebuilding::isCopied)) {
            copies++;
        }
        Superseding superseding = new Superseding(change, hurried);
        try {
            Sketch sketch = making.building(superseding).sketch(known, change.touched());
            if (!hurried && isDoubtful(sketch) && !editions.isQuiet(change, SECOND_LOOK_MILLIS)) {
                throw new Superseded();
            }
            superseding.shown = true;
            show(change, sketch);
            if (sketch.begun()) {
                complete(change, sketch);
            }
        } catch (Superseded again) {
            if (!superseding.shown) {
                editions.again(change);
            }
        } catch (IOException | RuntimeException | Error wrong) {
            known = known.unread();
            failed(change, wrong);
            return true;
        }
        return superseding.shown;
    }

    /** Stops a build that files changed under. */
    private final class Superseding implements Runnable {
        private final Editions.Change change;
        private final boolean hurried;
        private volatile boolean shown;

        Superseding(Editions.Change change, boolean hurried) {
            this.change = change;
            this.hurried = hurried;
        }

        @Override
        public void run() {
            if ((shown || !hurried) && editions.isSuperseded(change)) {
                throw new Superseded();
            }
        }
    }

    /** A style sheet is swapped in the page, and what a page is made of shows in the page. */
    private static boolean isCopied(Path file) {
        return !file.toString().matches("(?i).*\\.(css|md|markdown|yml|yaml|properties|ftl|ftlh|ftlx)");
    }

    private boolean isDoubtful(Sketch sketch) {
        return sketch.diagnostics().stream().anyMatch(Diagnostic::isError)
                || site.filter(before -> entries(before.catalogue()) > entries(sketch.catalogue()))
                        .isPresent();
    }

    private static long entries(Catalogue catalogue) {
        return Stream.of(catalogue.pages(), catalogue.withheld(), catalogue.restricted())
                .mapToLong(List::size)
                .sum();
    }

    private void show(Editions.Change change, Sketch sketch) {
        known = sketch.known();
        if (sketch.begun()) {
            site = Optional.of(site(sketch, sketch.output(), known.search()));
        }
        publish(change, sketch.diagnostics(), sketch.begun());
        tell(change, sketch.diagnostics());
    }

    private void tell(Editions.Change change, List<Diagnostic> diagnostics) {
        listener.rebuilt(
                diagnostics.stream().filter(Diagnostic::isError).toList(),
                (System.nanoTime() - change.sinceNanos()) / 1_000_000);
    }

    private static Edition.Site site(Sketch sketch, Output output, Output before) {
        return new Edition.Site(sketch.config(), sketch.today(), sketch.catalogue(), output, before);
    }

    private void complete(Editions.Change change, Sketch sketch) throws IOException, InterruptedException {
        if (!editions.isQuiet(change, HEAD_START_MILLIS)) {
            return;
        }
        Output before = known.search();
        Sketch.Finished finished = sketch.finish();
        known = sketch.known(finished);
        site = Optional.of(site(sketch, finished.output(), before));
        publish(change, finished.diagnostics(), false);
        if (finished.diagnostics().stream().anyMatch(Diagnostic::isError)
                && sketch.diagnostics().stream().noneMatch(Diagnostic::isError)) {
            tell(change, finished.diagnostics());
        }
        if (editions.isQuiet(change, REST_MILLIS)) {
            tryEveryPage(change, finished);
        }
    }

    /** What templates and links have wrong shows when a page is made: so that what stops a build is known before it. */
    private void tryEveryPage(Editions.Change change, Sketch.Finished finished) {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.addAll(finished.diagnostics());
        Set<Address> faulty =
                site.map(one -> one.faulty(finished.diagnostics())).orElse(Set.of());
        finished.output().files().forEach((address, source) -> {
            if (editions.isSuperseded(change)) {
                throw new Superseded();
            }
            if (address.path().matches(".*\\.(html|xml)")) {
                Outcome<byte[]> made = source.make();
                boolean lost = made.hasErrors() && made.value().length == 0;
                if (lost || !faulty.contains(address)) {
                    diagnostics.addAll(made.diagnostics());
                }
            }
        });
        List<Diagnostic> all = diagnostics.list();
        if (!all.equals(finished.diagnostics())) {
            publish(change, all, false);
        }
    }

    private void publish(Editions.Change change, List<Diagnostic> diagnostics, boolean behind) {
        editions.publish(new Edition(++number, change.number(), site, diagnostics, behind, copies));
    }

    /** Nothing of it is the editor's fault, but the editor must know that what is shown is old. */
    private void failed(Editions.Change change, Throwable wrong) {
        List<Diagnostic> all = new ArrayList<>();
        all.add(Diagnostic.error(
                Where.inFile("zhibu"), "preview-fault", listener.fault(wrong), "再存一次试试；还是这样，把终端里的话交给管程序的人"));
        editions.publish(new Edition(++number, change.number(), site, all, false, copies));
        tell(change, all);
    }
}
