package org.mxcensus.datasets.store;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.FieldMatchingStrategy;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.io.FileSystemOutputFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.mxcensus.datasets.schema.Table;

/// Rows in Parquet files: zstd, snake-case columns, timestamps in microseconds, row groups of 8,192 rows.
///
/// Small row groups let a reader who knows the file find one row of it in a few milliseconds. What is exported has
/// groups of 65,536 rows, for readers who have to look in every file.
public final class ParquetFiles {
    private static final int ROWS_PER_GROUP = 8_192;
    /// Rows in a release file at most: 16 row groups. DuckDB sets out to read each column of each row group of a file
    /// before it leaves out those that cannot have the row, so of 122 groups one row takes three times as long.
    public static final long ROWS_PER_FILE = 16L * ROWS_PER_GROUP;
    /// DuckDB reads the footers of all files before it finds one row of ten million, and these grow with the groups.
    private static final int EXPORTED_ROWS_PER_GROUP = 65_536;
    /// With so many wrong hits a row group's filter takes 8 KiB, a byte a row; with fewer, two.
    private static final double FALSE_POSITIVES = 0.03;

    private ParquetFiles() {}

    /// Writes all rows to a new file.
    ///
    /// @throws UserError where the file cannot be written
    public static <R extends Record> void write(Table<R> table, Path file, List<? extends R> rows) {
        write(table, file, rows, Map.of());
    }

    /// Writes all rows to a new file, and notes beside them.
    ///
    /// @param notes go into the file's footer, for [#notes]
    /// @throws UserError where the file cannot be written; nothing of it is left then
    public static <R extends Record> void write(
            Table<R> table, Path file, List<? extends R> rows, Map<String, String> notes) {
        try (Writer<R> writer = writer(table, file, notes)) {
            rows.forEach(writer::write);
        } catch (UserError e) {
            discard(file);
            throw e;
        }
    }

    /// On a full disk the half that could be written would be in the way of the next try.
    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Whoever sweeps the folder finds it.
            return;
        }
    }

    /// Opens a new file for rows in the order of their key, which a Bloom filter of each row group knows too: whoever
    /// looks a name up reads no group in vain.
    ///
    /// @param notes go into the file's footer, for [#notes]
    /// @throws UserError where the file cannot be written
    public static <R extends Record> Writer<R> released(Table<R> table, Path file, Map<String, String> notes) {
        return filtered(table, file, notes, ROWS_PER_GROUP, ROWS_PER_GROUP);
    }

    /// The same, for a file that goes to others: its row groups are larger.
    ///
    /// @param rows how many there will be at most, so that a small file has a small filter
    /// @throws UserError where the file cannot be written
    public static <R extends Record> Writer<R> exported(
            Table<R> table, Path file, Map<String, String> notes, long rows) {
        int keys = Math.clamp(rows, 1, EXPORTED_ROWS_PER_GROUP);
        return filtered(table, file, notes, EXPORTED_ROWS_PER_GROUP, keys);
    }

    private static <R extends Record> Writer<R> filtered(
            Table<R> table, Path file, Map<String, String> notes, int rowsPerGroup, int keysPerGroup) {
        String key = table.key().getFirst();
        return opened(
                file,
                builder(table, file, notes)
                        .withRowGroupRowCountLimit(rowsPerGroup)
                        .withBloomFilterEnabled(key, true)
                        .withBloomFilterNDV(key, keysPerGroup)
                        .withBloomFilterFPP(key, FALSE_POSITIVES));
    }

    private static <R extends Record> Writer<R> writer(Table<R> table, Path file, Map<String, String> notes) {
        return opened(file, builder(table, file, notes));
    }

    private static <R extends Record> CarpetWriter.Builder<R> builder(
            Table<R> table, Path file, Map<String, String> notes) {
        return new CarpetWriter.Builder<>(new FileSystemOutputFile(file.toFile()), table.row())
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withDefaultTimeUnit(TimeUnit.MICROS)
                .withRowGroupRowCountLimit(ROWS_PER_GROUP)
                .withExtraMetaData(notes)
                // The key differs in every row, so a dictionary of it would be built in vain.
                .withDictionaryEncoding(table.key().getFirst(), false);
    }

    private static <R extends Record> Writer<R> opened(Path file, CarpetWriter.Builder<R> builder) {
        try {
            return new Writer<>(file, builder.build());
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static UserError cannotWrite(Path file, IOException e) {
        return new UserError(
                "Cannot write %s (%s); free space, mend its permissions or name another data directory with --data."
                        .formatted(file, e.getMessage()),
                e);
    }

    /// The rows of a file in order. Close the stream. Columns that the file lacks come as null.
    ///
    /// @throws UserError where the file is no Parquet file
    public static <R extends Record> Stream<R> read(Table<R> table, Path file) {
        try {
            return new CarpetReader<>(file.toFile(), table.row())
                            .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
                            .withFailOnMissingColumn(false)
                            .stream();
        } catch (RuntimeException e) {
            throw cannotRead(file, e);
        }
    }

    /// What was noted beside the rows of a file. Reads its footer alone.
    ///
    /// @throws UserError where the file is no Parquet file
    public static Map<String, String> notes(Path file) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return reader.getFooter().getFileMetaData().getKeyValueMetaData();
        } catch (IOException | RuntimeException e) {
            throw cannotRead(file, e);
        }
    }

    /// How many rows a file has. Reads its footer alone.
    ///
    /// @throws UserError where the file is no Parquet file
    public static long rows(Path file) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return reader.getRecordCount();
        } catch (IOException | RuntimeException e) {
            throw cannotRead(file, e);
        }
    }

    private static UserError cannotRead(Path file, Exception e) {
        return new UserError(
                "Cannot read %s as Parquet (%s); restore the file or delete it and run the step that made it again."
                        .formatted(file, e.getMessage()),
                e);
    }

    /// An open file. Not safe for use by several threads.
    public static final class Writer<R extends Record> implements Closeable {
        private final Path file;
        private final CarpetWriter<R> writer;

        private Writer(Path file, CarpetWriter<R> writer) {
            this.file = file;
            this.writer = writer;
        }

        public void write(R row) {
            try {
                writer.write(row);
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        }

        @Override
        public void close() {
            try {
                writer.close();
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        }
    }
}
