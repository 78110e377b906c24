package io.zhibu.catalogue;

import java.time.LocalDate;

/**
 * An entry that readers had and no longer have. Nothing of it but its name is kept.
 *
 * @param type key of its type
 * @param day since when readers are led to it no more
 */
public record Gone(String title, String type, LocalDate day) {}
