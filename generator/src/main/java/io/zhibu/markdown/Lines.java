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
    private int countedLine = -1;
    private int countedTo;
    private int countedColumn;

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

    /** Where the line begins. */
    int start(int line) {
        return line < count ? starts[line] : text.length();
    }

    Place place(int offset) {
        int line = line(offset);
        int to = Math.min(offset, text.length());
        // Places are asked for in order, mostly: counting from the one before keeps a line of a thousand links linear.
        boolean goesOn = line == countedLine && to >= countedTo;
        int from = goesOn ? countedTo : starts[line];
        int column = (goesOn ? countedColumn : 1) + text.codePointCount(from, to);
        countedLine = line;
        countedTo = to;
        countedColumn = column;
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
