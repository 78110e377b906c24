package io.zhibu.search;

import java.util.List;
import java.util.Map;

/**
 * What an engine is asked for, whatever it is.
 *
 * @param weights what each word counts; in the first field of its family twice
 * @param groups all of which a page must have to be full, any of the alternatives of each, and all words of an alternative
 * @param excluded likewise; no page may have all groups of one of these
 */
public record Sought(Map<Term, Float> weights, List<List<List<Term>>> groups, List<List<List<List<Term>>>> excluded) {}
