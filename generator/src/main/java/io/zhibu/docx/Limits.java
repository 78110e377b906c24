package io.zhibu.docx;

/** How much of a document is taken in, so that any file is read in little memory and time. Real documents stay far below. */
final class Limits {
    static final long FILE = 100L << 20;
    static final int ENTRIES = 5_000;
    static final int DIRECTORY = 2 << 20;
    /** Of all parts that are XML, unpacked. */
    static final long XML = 48L << 20;
    /** Between two signs that begin an element: no name and no text of a real document is as long. */
    static final int TOKEN = 1 << 20;

    static final int ELEMENTS_OF_A_BLOCK = 250_000;
    static final int ELEMENTS = 3_000_000;
    static final int DEPTH = 120;
    static final int PARAGRAPHS = 60_000;
    static final int CHARACTERS = 600_000;
    static final int PICTURE = 24 << 20;
    static final long PICTURES = 96L << 20;

    private Limits() {}
}
