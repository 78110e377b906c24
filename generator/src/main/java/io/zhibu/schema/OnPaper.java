package io.zhibu.schema;

/** What a document calls the parts of an entry, so that whoever reads it back knows them. */
public final class OnPaper {
    /** Heads the column of the names of fields. */
    public static final String NAME = "栏目";

    /** Heads the column of what an entry says. */
    public static final String CONTENT = "内容";

    /** Heads the column that is to be filled in. */
    public static final String FILLED = "填写";

    public static final String HOW = "怎样填";

    /** The heading above the table of fields, where they come last. */
    public static final String RECORD = "著录";

    public static final String TYPE = "类型";
    public static final String ID = "标识";
    public static final String ADDRESS = "网址";

    /** What a paragraph begins with that says what the entry is about. */
    public static final String SUMMARY = "摘要：";

    /** What a paragraph begins with that tells how to fill a form in. */
    public static final String HINT = "填表说明：";

    private OnPaper() {}
}
