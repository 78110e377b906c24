package io.zhibu.preview;

import io.zhibu.address.Address;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.output.Source;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Files as they were made lately, and each as it was when it was last made without errors. Holds no more than a bounded number of bytes. */
final class Rendered {
    private static final long MOST_BYTES = 48L << 20;

    private final Function<Throwable, String> fault;
    private final Map<Address, Made> made = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Address, byte[]> good = new LinkedHashMap<>(16, 0.75f, true);
    private long madeBytes;
    private long goodBytes;

    /** @param fault what went wrong, in Chinese */
    Rendered(Function<Throwable, String> fault) {
        this.fault = fault;
    }

    /**
     * A file of one state of the site.
     *
     * @param edition its number
     * @param bytes of the last state in which it had no errors, where it has some and can't be shown; empty if there are none
     * @param old whether they are
     */
    record Made(long edition, byte[] bytes, boolean old, List<Diagnostic> diagnostics, String digest) {}

    Made of(long edition, Address address, Source source) {
        synchronized (this) {
            Made before = made.get(address);
            if (before != null && before.edition() == edition) {
                return before;
            }
        }
        return keep(address, make(edition, address, source));
    }

    private Made make(long edition, Address address, Source source) {
        Outcome<byte[]> outcome = outcome(address, source);
        boolean lost = outcome.hasErrors() && outcome.value().length == 0;
        byte[] bytes = lost ? lastGood(address).orElse(new byte[0]) : outcome.value();
        return new Made(edition, bytes, lost, outcome.diagnostics(), digest(bytes));
    }

    private Outcome<byte[]> outcome(Address address, Source source) {
        try {
            return source.make();
        } catch (RuntimeException | Error wrong) {
            return new Outcome<>(
                    new byte[0],
                    List.of(Diagnostic.error(
                            Where.inFile(address.path()), "preview-fault", fault.apply(wrong), "把终端里的话交给管程序的人")));
        }
    }

    private synchronized Optional<byte[]> lastGood(Address address) {
        return Optional.ofNullable(good.get(address));
    }

    /** Whether something that was made lately has a problem in this file. */
    synchronized boolean speaksOf(String file) {
        return made.values().stream()
                .flatMap(one -> one.diagnostics().stream())
                .anyMatch(one -> one.where().file().equals(file));
    }

    private synchronized Made keep(Address address, Made fresh) {
        Made before = made.put(address, fresh);
        madeBytes += fresh.bytes().length - (before == null ? 0 : before.bytes().length);
        madeBytes -= shrink(made, madeBytes, Made::bytes);
        if (!fresh.old() && address.path().endsWith(".html")) {
            byte[] earlier = good.put(address, fresh.bytes());
            goodBytes += fresh.bytes().length - (earlier == null ? 0 : earlier.length);
            goodBytes -= shrink(good, goodBytes, Function.identity());
        }
        return fresh;
    }

    /** How many bytes went. */
    private static <T> long shrink(Map<Address, T> kept, long bytes, Function<T, byte[]> of) {
        long gone = 0;
        var oldest = kept.values().iterator();
        while (bytes - gone > MOST_BYTES && kept.size() > 1 && oldest.hasNext()) {
            gone += of.apply(oldest.next()).length;
            oldest.remove();
        }
        return gone;
    }

    /** 24 hexadecimal digits. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
