package io.zhibu.proofread;

/**
 * A line of a site's table of names and posts.
 *
 * @param from the first year in the post; 0 if the table doesn't say
 * @param to the last year in the post; 0 if it lasts
 * @param rank in a list of names, the first is 1; 0 if the table doesn't say
 */
public record Official(String name, String post, int from, int to, int rank) {}
