package io.zhibu.search;

/** A word that is looked up. */
public record Term(Family family, String text) {}
