package io.zhibu.catalogue;

import java.util.List;

/**
 * What an index lists under one letter.
 *
 * @param letter A to Z, or # for what begins with none of them
 * @param groups in the order of their pinyin; may be none
 */
public record Letter(String letter, List<Group> groups) {
    public Letter {
        groups = List.copyOf(groups);
    }
}
