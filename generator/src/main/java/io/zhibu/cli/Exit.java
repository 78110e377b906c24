package io.zhibu.cli;

/** What the caller of the program learns from its exit code. */
final class Exit {
    static final int GOOD = 0;
    /** The content, the settings or the templates have errors. */
    static final int ERRORS = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** The disk or the program itself failed. */
    static final int FAULT = 3;

    private Exit() {}
}
