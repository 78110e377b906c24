package io.zhibu.markdown;

/** Which Markdown a site is written in. It decides what is read and how it is printed, not where anything is found. */
public enum Profile {
    /** CommonMark and nothing else; raw HTML stays as written. */
    PLAIN,
    /** CommonMark with tables, notes, tasks and boxes, mended for Chinese, and with raw HTML held to an allow-list. */
    CHINESE,
    /** What JBake's own engine gives, letter by letter, for sites that move here from JBake. */
    JBAKE
}
