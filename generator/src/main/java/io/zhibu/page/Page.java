package io.zhibu.page;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Where;
import java.time.LocalDate;
import java.util.List;

/** One source file, read and understood: its type and fields as the schema names them. Nothing downstream looks at the file again. */
public record Page(Heading heading, Fields fields, Body body, List<Attached> attached) {
    public Page {
        attached = List.copyOf(attached);
    }

    public String id() {
        return heading.id();
    }

    public String type() {
        return heading.type();
    }

    public String title() {
        return heading.title();
    }

    public Address address() {
        return heading.address();
    }

    public Where where() {
        return heading.where();
    }

    /** Made up to show how a full entry looks: shown with a badge, kept out of statistics. */
    public boolean sample() {
        return heading.sample();
    }

    /** For whom alone it is; empty if it is for everyone. */
    public String restriction() {
        return heading.restriction();
    }

    /** Whether its day has come: readers are led to it no more, and those who have its address still find it. */
    public boolean isExpired(LocalDate today) {
        return fields.date("expires")
                .flatMap(PartialDate::exact)
                .filter(day -> !day.isAfter(today))
                .isPresent();
    }

    /** The title, and behind it for whom alone the page is, where that isn't everyone. */
    public String marked() {
        return restriction().isEmpty() ? title() : title() + "（" + restriction() + "）";
    }

    /** Of the id alone: a body is long, and an id is unique. */
    @Override
    public int hashCode() {
        return heading.id().hashCode();
    }

    /**
     * What a list needs to know of a page.
     *
     * @param id unique in the site; outlives a change of title
     * @param type key of the type in the schemas
     * @param sample made up to show how a full entry looks
     * @param restriction for whom alone it is, as readers call them; empty if it is for everyone
     * @param where the first line of its file
     */
    public record Heading(
            String id,
            String type,
            String title,
            Status status,
            boolean sample,
            String restriction,
            Address address,
            Where where) {}

    /**
     * A file beside the entry that is published with it.
     *
     * @param path from the entry's folder, with forward slashes
     * @param size bytes
     */
    public record Attached(String path, long size, Where where) {}
}
