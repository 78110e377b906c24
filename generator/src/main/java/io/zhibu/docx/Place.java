package io.zhibu.docx;

/**
 * Where in a document something stands, as somebody finds it in Word.
 *
 * @param paragraph from 1 in reading order, those in tables and text boxes counted; 0 for the document as a whole
 * @param page from 1, as Word last laid it out; 0 if the file doesn't say
 * @param words the first words of the paragraph; may be empty
 */
public record Place(int paragraph, int page, String words) {
    private static final int MOST = 16;

    /** No place of its own. */
    public static final Place WHOLE = new Place(0, 0, "");

    static String first(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\s\u3000\u00A0]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST)) + "…";
    }

    /** As an editor reads it. */
    @Override
    public String toString() {
        if (paragraph == 0) {
            return "全文";
        }
        return "第 " + paragraph + " 段" + (page > 0 ? "（第 " + page + " 页）" : "")
                + (words.isEmpty() ? "" : "“" + words + "”");
    }
}
