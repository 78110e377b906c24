package io.zhibu.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as exact as its source: a year, a month or a day. Never completed by guessing.
 *
 * @param month 1–12, or 0 where only the year is known
 * @param day 1–31, or 0 where only the month is known
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

    /** {@code 1940}, {@code 1940-01} or {@code 1940-01-30}; empty for any other form and for a day that the calendar doesn't have. */
    public static Optional<PartialDate> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int month = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        int day = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
        PartialDate date = new PartialDate(Integer.parseInt(form.group(1)), month, day);
        boolean stated = (form.group(2) == null || month > 0) && (form.group(3) == null || day > 0);
        return stated && date.isReal() ? Optional.of(date) : Optional.empty();
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** The day, where it is known. */
    public Optional<LocalDate> exact() {
        return day == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    /** The month, where it is known. */
    public OptionalInt knownMonth() {
        return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
    }

    private boolean isReal() {
        try {
            return month == 0
                    || day == 0 && YearMonth.of(year, month) != null
                    || LocalDate.of(year, month, day) != null;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    @Override
    public int compareTo(PartialDate other) {
        return year != other.year ? year - other.year : month != other.month ? month - other.month : day - other.day;
    }

    @Override
    public String toString() {
        return month == 0
                ? padded(year, 4)
                : padded(year, 4) + "-" + padded(month, 2) + (day == 0 ? "" : "-" + padded(day, 2));
    }

    // Not String.format: it writes the digits of the machine's locale.
    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
