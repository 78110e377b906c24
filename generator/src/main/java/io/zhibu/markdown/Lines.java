package io.zhibu.markdown;

import io.zhibu.diagnostic.Where;
import io.zhibu.page.Event.Place;
import java.util.Arrays;

/** Tells the line and column of an offset in a text that begins somewhere in a file. Does not keep more than line starts. */
final class Lines {
    private final String text;
    private final Where start;
    private int[] starts = new int[64];
    private int count = 1;

    Lines(String text, Where start) {
        this.text = text;
        this.start = start;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
    }

    /** 0-based line in the text. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 2;
    }

    Place place(int offset) {
        int line = line(offset);
        int column = text.codePointCount(starts[line], Math.min(offset, text.length())) + 1;
        // Only the first line can begin behind something else.
        int before = line == 0 ? Math.max(start.column(), 1) - 1 : 0;
        return new Place(Math.max(start.line(), 1) + line, before + column);
    }

    Where where(int offset) {
        return where(place(offset));
    }

    Where where(Place place) {
        return start.at(place.line(), place.column());
    }
}
