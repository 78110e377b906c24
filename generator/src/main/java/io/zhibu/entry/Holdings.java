package io.zhibu.entry;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Gone;
import io.zhibu.catalogue.Likeness;
import io.zhibu.catalogue.Ordering;
import io.zhibu.history.History;
import io.zhibu.page.Page;
import io.zhibu.picture.Pictures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a site has and what is known of it.
 *
 * @param whole every entry that has a page
 * @param listed those that readers are led to: lists, indexes and boards have no others
 * @param ordering of what is listed
 * @param pictures that lie beside entries and can be shown
 * @param history of the files of content
 * @param gone what readers had not long ago and no longer have
 * @param today the day that dates are held against
 * @param offline the site to take home, if it goes out with the site
 */
public record Holdings(
        Catalogue whole,
        Catalogue listed,
        Ordering ordering,
        Likeness likeness,
        Pictures pictures,
        History history,
        List<Gone> gone,
        LocalDate today,
        Optional<Offline> offline) {
    public Holdings {
        gone = List.copyOf(gone);
    }

    /** Of a site that nobody takes home. */
    public Holdings(
            Catalogue whole,
            Catalogue listed,
            Ordering ordering,
            Likeness likeness,
            Pictures pictures,
            History history,
            List<Gone> gone,
            LocalDate today) {
        this(whole, listed, ordering, likeness, pictures, history, gone, today, Optional.empty());
    }

    /** The day of the last change to the page's file, as far as it is known. */
    public Optional<LocalDate> lastChange(Page page) {
        return history.lastChange(page.where().file());
    }

    /** Those who wrote the page's file, where the site tells. */
    public List<String> contributors(Page page) {
        return history.contributors(page.where().file());
    }
}
