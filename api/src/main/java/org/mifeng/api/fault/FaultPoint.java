package org.mifeng.api.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places between which a change can be torn apart by a crash. Passing one does nothing, unless the process was started
 * with {@code -Dmifeng.fault=POINT:TIMES} or {@code -Dmifeng.fault=POINT:TIMES:FILE}: then it ends there at once, without
 * closing anything, when it passes the point for that many times, counted from when the file exists.
 */
public enum FaultPoint {
    /** The row was written, its outbox row not yet; nothing is committed. */
    AFTER_ROW,
    /** Row and outbox row were written; nothing is committed. */
    AFTER_OUTBOX,
    /** The transaction was committed; the client has no answer yet. */
    AFTER_COMMIT,
    /** Changes were given their positions and read; the index does not have them. */
    BEFORE_APPLY,
    /** The index in memory has the changes; its files do not. */
    AFTER_APPLY,
    /** The index is about to be made durable. */
    BEFORE_INDEX_COMMIT,
    /** The index is durable; the database does not know that. */
    AFTER_INDEX_COMMIT,
    /** The rows that no index needs any more are marked as gone, and are still there. */
    AFTER_PRUNE_MARK,
    /** A part of the rows was read into the next index. */
    WHILE_BUILDING,
    /** The words of a wanted generation are counted for all nodes; the next index is not finished. */
    AFTER_COUNTING,
    /** The next index is durable; it was neither caught up nor compared. */
    AFTER_BUILD,
    /** The next index is as good as the one in use, and followed another round of changes. */
    WHILE_IN_STEP,
    /** A generation was put in force and its outbox row written; nothing is committed. */
    BEFORE_ACTIVATION,
    /** A generation is in force; no node has changed to it. */
    AFTER_ACTIVATION,
    /** The next index is durable at its position, and so is the file that is to name it; the old one is named. */
    BEFORE_PUBLISH,
    /** The next index is named; the old one answers. */
    AFTER_PUBLISH,
    /** A file of an index that is done with is gone, others are still there. */
    WHILE_DELETING,
    /** The next index answers, the old one is gone; the database knows of neither. */
    AFTER_TAKE_OVER;

    /** The exit code of a process that ended here, as after {@code kill -9}. */
    public static final int EXIT_CODE = 137;

    /** Names the point, the times and the file. */
    public static final String PROPERTY = "mifeng.fault";

    private static final Pattern FORM = Pattern.compile("([A-Z_]+):([1-9][0-9]{0,8})(?::(.+))?");
    private static final @Nullable Order ORDER = Order.read(System.getProperty(PROPERTY));

    /** The process may end here. */
    public void pass() {
        if (ORDER != null) {
            ORDER.passed(this);
        }
    }

    private record Order(
            FaultPoint point,
            AtomicInteger timesLeft,
            @Nullable Path from) {
        static @Nullable Order read(@Nullable String text) {
            if (text == null) {
                return null;
            }
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException(PROPERTY + " must have the form POINT:TIMES or POINT:TIMES:FILE");
            }
            String file = parts.group(3);
            return new Order(
                    FaultPoint.valueOf(parts.group(1)),
                    new AtomicInteger(Integer.parseInt(parts.group(2))),
                    file == null ? null : Path.of(file));
        }

        void passed(FaultPoint passed) {
            if (passed == point && (from == null || Files.exists(from)) && timesLeft.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
        }
    }
}
