package org.mxcensus.analyzer.warehouse;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Until when a piece of work may ask. What it asks at that moment is cancelled in the database, and nothing is asked
/// after it: each is an [Overtime]. Safe for use by several threads.
public final class Deadline {
    private static final ScopedValue<Deadline> OWN = ScopedValue.newInstance();

    private final InstantSource clock;
    private final Instant end;
    private @Nullable Statement asked;
    private boolean over;

    private Deadline(InstantSource clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /// So much time from now, to the second.
    public static Deadline in(Duration time) {
        return in(time, InstantSource.system());
    }

    static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /// Does the work; it holds for every warehouse that the work asks on this thread.
    public <T> T bound(Supplier<T> work) {
        return ScopedValue.where(OWN, this).call(work::get);
    }

    /// Ends the work before its time. Where a question is just setting out it may be missed: say it again until the
    /// work has ended.
    public synchronized void end() {
        over = true;
        if (asked != null) {
            cancel(asked);
        }
    }

    /// DuckDB closes a statement that failed before it says so, and cancels none that is closed: that one has ended.
    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            if (!closed(statement)) {
                throw SqlFailure.of(e, "cancel");
            }
        }
    }

    private static boolean closed(Statement statement) {
        try {
            return statement.isClosed();
        } catch (SQLException e) {
            throw SqlFailure.of(e, "cancel");
        }
    }

    /// Something that is asked.
    interface Asking<T> {
        T answer() throws SQLException;
    }

    /// Asks within the deadline of the work that runs here, if it has one.
    static <T> T ask(Statement statement, Asking<T> asking) throws SQLException {
        return OWN.isBound() ? OWN.get().asking(statement, asking) : asking.answer();
    }

    private <T> T asking(Statement statement, Asking<T> asking) throws SQLException {
        begin(statement);
        try {
            return asking.answer();
        } finally {
            finish();
        }
    }

    private synchronized void begin(Statement statement) throws SQLException {
        long left = Duration.between(clock.instant(), end).plusMillis(999).toSeconds();
        if (over || left <= 0) {
            throw new SQLTimeoutException("the time is over");
        }
        statement.setQueryTimeout((int) left);
        asked = statement;
    }

    private synchronized void finish() {
        asked = null;
    }
}
