package io.zhibu.config;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

/** The form of dates in JBake headers, {@code date.format}: text to an instant, and what is odd about the text. Safe from many threads. */
public final class DateForm {
    private final Settings settings;
    private final String pattern;

    public DateForm(Settings settings) {
        this.settings = settings;
        // What isn't a pattern was an error when the settings were read; the dates can still be looked at.
        this.pattern = settings.get("date.format").filter(DateForm::isPattern).orElse("yyyy-MM-dd");
    }

    static boolean isPattern(String text) {
        try {
            return !new SimpleDateFormat(text, Locale.ROOT).toPattern().isEmpty();
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    public enum Flaw {
        NONE,
        /** Not of this form. */
        FORM,
        /** A day that no calendar has. */
        IMPOSSIBLE,
        /** Something follows the date. */
        TRAILING
    }

    /** @param date empty if the text means none */
    public record Read(Optional<Date> date, Flaw flaw) {}

    public String pattern() {
        return pattern;
    }

    public Read read(String text) {
        if (parse(text, true, new ParsePosition(0)).isEmpty()) {
            return new Read(Optional.empty(), Flaw.FORM);
        }
        ParsePosition end = new ParsePosition(0);
        Optional<Date> date = parse(text, false, end);
        Flaw flaw = date.isEmpty() ? Flaw.IMPOSSIBLE : end.getIndex() < text.length() ? Flaw.TRAILING : Flaw.NONE;
        return new Read(date, flaw);
    }

    private Optional<Date> parse(String text, boolean lenient, ParsePosition end) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, settings.headerLocale());
        format.setTimeZone(TimeZone.getTimeZone(settings.zone()));
        format.setLenient(lenient);
        return Optional.ofNullable(format.parse(text, end));
    }
}
