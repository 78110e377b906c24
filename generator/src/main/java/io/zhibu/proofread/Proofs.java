package io.zhibu.proofread;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules about what was typed. One of these serves all threads. */
public final class Proofs {
    private static final char MARK = '\uFEFF';

    private final List<Rule> personal;
    private final List<Rule> copy;

    public Proofs(Scruples scruples) {
        personal = List.of(
                new IdCard(),
                new OldIdCard(),
                new MobileNumber(scruples.phones()),
                new BankCard(),
                new Passport(),
                new CarPlate(),
                new PrivateMail(scruples.mails()),
                new HomeAddress(),
                new Illness(),
                new SecrecyMark(),
                new InternalMark(scruples.marks()),
                new PaperMark(),
                new Coordinates());
        copy = List.of(
                new HalfWidth(),
                new StraightQuotes(),
                new UnpairedMark(),
                new QuoteDirection(),
                new SpaceInHan(),
                new FullWidth(),
                new RepeatedWord(),
                new Weekday(),
                new TwiceAbout(),
                new PageFurniture(),
                new NumeralListed(),
                new TermList(scruples.terms()),
                new NamesAndPosts(scruples.officials()));
    }

    /** What is wrong with the source of an entry, in the order of its places, and which rules it asks not to be held to. */
    public Read ofEntry(String source, Where file) {
        Script script = Script.ofEntry(bare(source), file);
        Findings findings =
                found(script, Stream.concat(personal.stream(), copy.stream()).toList());
        return new Read(findings.diagnostics().stream().sorted().distinct().toList(), Waivers.of(script));
    }

    /** What one file came to. */
    public record Read(List<Diagnostic> diagnostics, List<Waiver> waivers) {
        public Read {
            diagnostics = List.copyOf(diagnostics);
            waivers = List.copyOf(waivers);
        }
    }

    /**
     * What of a text that isn't edited here must not be seen: a file's name, or the words in a file.
     *
     * @param where the place that leads to it
     * @param holder what holds it, as a message begins
     */
    public List<Diagnostic> ofWords(String text, Where where, String holder) {
        return found(Script.ofWords(text, where, holder), personal).diagnostics().stream()
                .sorted()
                .distinct()
                .toList();
    }

    /** The source with everything put right that can be without a person; the same text if nothing can. */
    public String mended(String source) {
        String text = bare(source);
        List<Mend> mends = new ArrayList<>(
                found(Script.ofEntry(text, Where.inFile("")), copy).mends());
        mends.sort(Comparator.comparingInt(Mend::from).thenComparingInt(Mend::to));
        StringBuilder mended = new StringBuilder(text.length());
        int at = 0;
        for (Mend mend : mends) {
            if (mend.from() >= at) {
                mended.append(text, at, mend.from()).append(mend.instead());
                at = mend.to();
            }
        }
        mended.append(text, at, text.length());
        return source.length() == text.length() ? mended.toString() : MARK + mended.toString();
    }

    private static Findings found(Script script, List<Rule> rules) {
        Findings findings = new Findings(script);
        rules.forEach(rule -> rule.look(script, findings));
        return findings;
    }

    private static String bare(String source) {
        return !source.isEmpty() && source.charAt(0) == MARK ? source.substring(1) : source;
    }
}
