package io.zhibu.catalogue;

/**
 * Something that readers narrow a list down by, such as one unit.
 *
 * @param group of the choices among which any may be true: a key of {@link Choices#GROUPS}
 * @param key unique in its group, as addresses have it
 * @param label what readers see
 */
public record Choice(String group, String key, String label) {}
