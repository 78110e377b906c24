package io.zhibu.preview;

import io.zhibu.diagnostic.Diagnostic;
import java.util.List;

/** Who tells the person at the terminal what happens. Called from one thread at a time. */
public interface Listener {
    /**
     * The pages were made again.
     *
     * @param errors those that stop a build
     * @param millis from when the change was seen
     */
    void rebuilt(List<Diagnostic> errors, long millis);

    /** What went wrong with the disk or the program itself, in one Chinese sentence without a full stop. */
    String fault(Throwable wrong);
}
