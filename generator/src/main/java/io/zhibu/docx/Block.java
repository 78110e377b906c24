package io.zhibu.docx;

/** What stands below each other in a document. */
public sealed interface Block permits Paragraph, Table {
    Place place();
}
