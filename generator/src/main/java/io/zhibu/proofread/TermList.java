package io.zhibu.proofread;

import java.util.List;

/** A word that the site's own lists call wrong, in the writer's own words: what is quoted is left as it is. */
final class TermList implements Rule {
    private final List<Term> terms;

    TermList(List<Term> terms) {
        this.terms = terms;
    }

    @Override
    public void look(Script script, Findings findings) {
        String view = script.own();
        for (Term term : terms) {
            for (int at = script.has(term.wrong()) ? view.indexOf(term.wrong()) : -1;
                    at >= 0;
                    at = view.indexOf(term.wrong(), at + term.wrong().length())) {
                if (isMeant(term, script, view, at)) {
                    findings.add(
                            term.severity(),
                            "term-list",
                            at,
                            "“" + term.wrong() + "”" + (term.right().isEmpty() ? "不用" : "应写“" + term.right() + "”")
                                    + (term.note().isEmpty() ? "" : "：" + term.note()),
                            term.right().isEmpty() ? "换一种说法" : "改成“" + term.right() + "”；词表在 site-config/terms");
                }
            }
        }
    }

    private static boolean isMeant(Term term, Script script, String view, int at) {
        boolean scoped = switch (term.scope()) {
            case EVERYWHERE -> true;
            case TEXT -> !script.isField(at);
            case FIELDS -> script.isField(at);
        };
        return scoped && term.exceptions().stream().noneMatch(longer -> holds(longer, term.wrong(), view, at));
    }

    private static boolean holds(String longer, String wrong, String view, int at) {
        for (int in = longer.indexOf(wrong); in >= 0; in = longer.indexOf(wrong, in + 1)) {
            if (at >= in && view.startsWith(longer, at - in)) {
                return true;
            }
        }
        return false;
    }
}
