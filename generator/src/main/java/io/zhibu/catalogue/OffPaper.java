package io.zhibu.catalogue;

import io.zhibu.schema.Field;
import java.util.Set;

/** Which fields no paper tells as fields: a document, a book in print and one for a screen leave out the same. */
public final class OffPaper {
    /** The name and what it is about open the paper; pictures are drawn; what is collected follows as chapters. */
    private static final Set<String> OTHERWISE =
            Set.of("type", "title", "summary", "cover", "images", "attachments", "query", "items", "order_mode");

    /** Where the site files an entry, until when, who looked at it, and which others it stands beside. */
    private static final Set<String> OF_THE_SITE = Set.of(
            "id",
            "status",
            "access",
            "sort_as",
            "former_ids",
            "review_cycle",
            "review_due",
            "expires",
            "reviews",
            "check_off",
            "related",
            "not_related");

    private OffPaper() {}

    /** An institution's own day of expiry is a fact of it, and is told. */
    public static boolean has(Field field) {
        return OTHERWISE.contains(field.key()) || OF_THE_SITE.contains(field.key()) && !field.facts();
    }
}
