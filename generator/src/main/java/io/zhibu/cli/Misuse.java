package io.zhibu.cli;

/**
 * What is wrong with a command line.
 *
 * @param message one Chinese sentence without a full stop
 * @param hint what to write instead
 */
record Misuse(String message, String hint) {
    /** Tells it, as something that can't be done and wasn't written wrongly. */
    int refuse(Console console, int exit) {
        console.err().println(message);
        console.err().println("    建议：" + hint);
        return exit;
    }

    /** Tells it; the exit code that belongs to it. */
    int tell(Console console) {
        console.err().println("命令写法有误：" + message);
        console.err().println("    建议：" + hint);
        return Exit.USAGE;
    }
}
