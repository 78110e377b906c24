package io.zhibu.render;

/**
 * Of the pages that were asked for so far.
 *
 * @param used taken from the site that stands
 * @param made by their templates
 */
public record Reuse(int used, int made) {}
