package io.zhibu.jbake;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Where;
import java.util.List;
import java.util.function.Supplier;

/**
 * One file to be made from a template.
 *
 * @param templates names to look for, the first that exists counts
 * @param origin what asks for the file: an entry, or the site's settings
 * @param model made when the file is
 * @param basis what the model is made from
 */
public record Task(Address address, List<String> templates, Where origin, Supplier<PageModel> model, Basis basis) {
    public Task {
        templates = List.copyOf(templates);
    }

    /** One whose model may be made from anything. */
    public Task(Address address, List<String> templates, Where origin, Supplier<PageModel> model) {
        this(address, templates, origin, model, Basis.ANYTHING);
    }

    /**
     * What a model is made from, beside the settings, what all pages share, and what a template asks of documents.
     *
     * @param entry whose page it is, by its id; empty if it is nobody's
     */
    public record Basis(Kind kind, String entry) {
        public static final Basis ANYTHING = new Basis(Kind.ANYTHING, "");
        /** What other pages may ask of entries, the day, and what Git knows: not what entries say between their headings. */
        public static final Basis FRAMES = new Basis(Kind.FRAMES, "");

        public enum Kind {
            ANYTHING,
            FRAMES,
            ENTRY
        }

        /** What other pages may ask of entries, and all of one entry. */
        public static Basis entry(String id) {
            return new Basis(Kind.ENTRY, id);
        }

        public boolean isFrames() {
            return kind == Kind.FRAMES;
        }

        public boolean isEntry() {
            return kind == Kind.ENTRY;
        }
    }
}
