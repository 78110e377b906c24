package io.zhibu.search;

/** A word that is looked up. */
record Term(Family family, String text) {}
