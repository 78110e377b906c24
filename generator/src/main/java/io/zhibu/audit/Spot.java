package io.zhibu.audit;

import io.zhibu.diagnostic.Where;

/** Finds lines and columns in a text that is at hand. */
final class Spot {
    private Spot() {}

    /** The place in the file of what stands at this index of its text. */
    static Where of(Where file, String text, int at) {
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        int line = (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
        return file.at(line + 1, text.codePointCount(begin, at) + 1);
    }
}
