package io.zhibu.page;

/** Whether readers see an entry. */
public enum Status {
    DRAFT,
    IN_REVIEW,
    /** Published on a day to come. */
    SCHEDULED,
    PUBLISHED,
    ARCHIVED
}
