package io.zhibu.preview;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.output.Output;
import io.zhibu.output.Source;
import io.zhibu.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One state of the site. A request is answered from one alone.
 *
 * @param number grows with each
 * @param change the last change that it knows of
 * @param site empty as long as there was none that could be shown
 * @param diagnostics all that is known to be wrong, sorted
 * @param behind whether search and checks are those of an earlier one
 * @param copies grows when a file changed that pages ask for and that is no style sheet
 */
public record Edition(
        long number, long change, Optional<Site> site, List<Diagnostic> diagnostics, boolean behind, long copies) {
    public Edition {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * What there is to see.
     *
     * @param before the search files of the state before: a page that is open still asks for them
     */
    public record Site(Config config, LocalDate today, Catalogue catalogue, Output output, Output before) {
        Optional<Source> at(Address address) {
            Source source = output.files().get(address);
            return Optional.ofNullable(source == null ? before.files().get(address) : source);
        }

        /** The entry whose page stands there, shown or not. */
        public Optional<Page> entry(Address address) {
            return Stream.of(catalogue.pages(), catalogue.withheld(), catalogue.restricted())
                    .flatMap(List::stream)
                    .filter(page -> page.address().equals(address))
                    .findFirst();
        }

        /** The pages of entries that have errors: what a link audit says of such a page is the same once more. */
        Set<Address> faulty(List<Diagnostic> diagnostics) {
            return diagnostics.stream()
                    .filter(Diagnostic::isError)
                    .map(one -> one.where().file())
                    .distinct()
                    .flatMap(file -> catalogue.fromFile(file).stream())
                    .map(Page::address)
                    .collect(Collectors.toSet());
        }
    }

    /** The pages of entries that are known to have errors. */
    Set<Address> faulty() {
        return site.map(one -> one.faulty(diagnostics)).orElse(Set.of());
    }

    boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
