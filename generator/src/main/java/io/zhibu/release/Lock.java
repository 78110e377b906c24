package io.zhibu.release;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Where;
import io.zhibu.disk.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The right to change a folder of releases, with a note of who has it. The system takes it back however its owner ends; where a disk of
 * another machine may not do so, the note and its age decide.
 */
public final class Lock implements AutoCloseable {
    /** No night takes longer. */
    private static final Duration OLDEST = Duration.ofHours(6);

    private final Turn turn;

    private Lock(Turn turn) {
        this.turn = turn;
    }

    /**
     * Empty if somebody else is at work, which is then an error.
     *
     * @param me who asks, and when
     */
    public static Optional<Lock> take(Releases releases, Owner me, Diagnostics diagnostics) throws IOException {
        Path file = releases.lock();
        Optional<Turn> turn = Turn.take(file);
        if (turn.isEmpty()) {
            diagnostics.add(busy(releases, note(file), me.since()));
            return Optional.empty();
        }
        Optional<Owner> last = Owner.read(turn.get().note());
        if (last.isPresent() && mayStillRun(last.get(), file, me)) {
            turn.get().leave();
            diagnostics.add(busy(releases, last, me.since()));
            return Optional.empty();
        }
        last.ifPresent(dead -> diagnostics.notice(
                Where.inFile(file.toString()),
                "publish-taken-over",
                "上一次没有做完就停了（" + dead.told(me.since()) + "），锁已接过来",
                "不用管：读者看到的一直是完整的站点，留下的半截已清理"));
        try {
            turn.get().say(me.text());
        } catch (IOException full) {
            turn.get().close();
            throw full;
        }
        return Optional.of(new Lock(turn.get()));
    }

    /** Of a file whose lock somebody else has. */
    private static Optional<Owner> note(Path file) {
        try {
            return Owner.read(Files.readString(file));
        } catch (IOException over) {
            return Optional.empty();
        }
    }

    /** Got although somebody's note is there: he ended without clearing up, or the disk's locks are worth nothing. */
    private static boolean mayStillRun(Owner last, Path file, Owner me) throws IOException {
        if (last.host().equals(me.host())) {
            return last.isAlive() && last.pid() != me.pid();
        }
        boolean far =
                Files.getFileStore(file.getParent()).type().matches("(?i)nfs\\d*|cifs|smb\\w*|fuse.*|9p|ceph|lustre");
        return far && Duration.between(last.since(), me.since()).compareTo(OLDEST) < 0;
    }

    private static Diagnostic busy(Releases releases, Optional<Owner> owner, Instant now) {
        return Diagnostic.error(
                Where.inFile(releases.folder().toString()),
                "publish-busy",
                "另一次发布正在写这个文件夹" + owner.map(one -> "：" + one.told(now)).orElse(""),
                "等它做完再来；确知它已经不在了，删去 " + releases.lock() + " 再来");
    }

    @Override
    public void close() throws IOException {
        turn.close();
    }
}
