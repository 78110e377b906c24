package io.zhibu.config;

import io.zhibu.diagnostic.Where;

/**
 * What the site's owner expects of the search.
 *
 * @param query as a reader types it
 * @param id of the entry that must be found
 * @param top it must be among the first so many; at least 1
 * @param where the query stands in {@code search-tests.yml}
 * @param idWhere the id stands
 */
public record Expectation(String query, String id, int top, Where where, Where idWhere) {}
