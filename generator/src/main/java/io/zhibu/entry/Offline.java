package io.zhibu.entry;

import io.zhibu.address.Address;
import java.time.LocalDate;

/**
 * The site to take home, as it was packed last.
 *
 * @param address of the zip in the site
 * @param day of what is in it
 */
public record Offline(Address address, long bytes, LocalDate day) {}
