package io.zhibu.config;

/** How a site's content is written and where its pages stand. Set by {@code markdown.profile}. */
public enum Dialect {
    /** Typed entries; Markdown with the rules that Chinese needs. */
    CHINESE("chinese"),
    /** Typed entries; CommonMark to the letter. */
    PLAIN("plain"),
    /** A JBake project as it is: its free headers, its Markdown, its addresses. */
    JBAKE("jbake");

    private final String word;

    Dialect(String word) {
        this.word = word;
    }

    /** As written in the settings. */
    public String word() {
        return word;
    }
}
