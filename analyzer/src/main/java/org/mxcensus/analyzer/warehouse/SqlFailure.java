package org.mxcensus.analyzer.warehouse;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.mxcensus.datasets.store.UserError;

/// What a failure of DuckDB is to whoever asked.
final class SqlFailure {
    private SqlFailure() {}

    /// A user's error where a user can help, time that ran out, or a bug.
    ///
    /// @param sql that failed
    static RuntimeException of(SQLException e, String sql) {
        if (e instanceof SQLTimeoutException) {
            return new Overtime(e);
        }
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("INTERRUPT Error")) {
            return new Overtime(e);
        }
        if (message.contains("No space left") || message.contains("Out of Memory")) {
            return new UserError(
                    "There is not enough disk or memory for the evaluation (%s); free some and run it again."
                            .formatted(firstLine(message)),
                    e);
        }
        if (message.contains("Parquet") || (message.contains("parquet") && message.contains("magic bytes"))) {
            return new UserError(
                    "A file of the dataset is damaged (%s); run `mxcensus finish` for its crawl again."
                            .formatted(firstLine(message)),
                    e);
        }
        return new IllegalStateException(message + "\n" + sql, e);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
