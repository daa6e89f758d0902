package org.mxcensus.datasets.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;

class ParquetFilesTest {

    @TempDir
    Path folder;

    @Test
    void rowsComeBackAsTheyWereWritten() {
        List<FrameRow> rows = List.of(
                new FrameRow("example.nl", "nl", "nl", true, List.of("ns1.example.nl", "ns2.example.nl"), null),
                new FrameRow("example.se", "top-1m", "se", null, null, 7L));

        ParquetFiles.write(Table.FRAME, folder.resolve("frame.parquet"), rows);

        try (Stream<FrameRow> read = ParquetFiles.read(Table.FRAME, folder.resolve("frame.parquet"))) {
            assertThat(read).containsExactlyElementsOf(rows);
        }
    }

    @Test
    void releasedFilesKnowTheirKeysAndPages() throws Exception {
        Path file = folder.resolve("frame.parquet");
        try (ParquetFiles.Writer<FrameRow> writer = ParquetFiles.released(Table.FRAME, file, Map.of("origin", "me"))) {
            IntStream.range(0, 20_000)
                    .forEach(i ->
                            writer.write(new FrameRow("d%05d.nl".formatted(i), "nl", "nl", true, List.of(), null)));
        }

        assertThat(ParquetFiles.notes(file)).containsEntry("origin", "me");
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(reader.getRowGroups()).hasSize(3);
            ColumnChunkMetaData keys =
                    reader.getRowGroups().getFirst().getColumns().getFirst();
            assertThat(keys.getPath().toDotString()).isEqualTo("domain");
            BloomFilter filter = reader.readBloomFilter(keys);
            assertThat(filter.getBitsetSize()).isEqualTo(8_192);
            assertThat(filter.findHash(filter.hash(Binary.fromString("d00007.nl"))))
                    .isTrue();
            assertThat(IntStream.range(10_000, 20_000)
                            .filter(i -> filter.findHash(filter.hash(Binary.fromString("d%05d.nl".formatted(i)))))
                            .count())
                    .isLessThan(600);
            assertThat(reader.readOffsetIndex(keys)).isNotNull();
            assertThat(reader.readColumnIndex(keys)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"70000, 2, 65536", "500, 1, 1024"})
    void exportedFilesHaveFewGroupsAndFiltersOfTheirSize(int rows, int groups, int filterBytes) throws Exception {
        Path file = folder.resolve("frame.parquet");
        try (ParquetFiles.Writer<FrameRow> writer = ParquetFiles.exported(Table.FRAME, file, Map.of(), rows)) {
            IntStream.range(0, rows)
                    .forEach(i ->
                            writer.write(new FrameRow("d%05d.nl".formatted(i), "nl", "nl", true, List.of(), null)));
        }

        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(reader.getRecordCount()).isEqualTo(rows);
            assertThat(reader.getRowGroups()).hasSize(groups);
            ColumnChunkMetaData keys =
                    reader.getRowGroups().getFirst().getColumns().getFirst();
            BloomFilter filter = reader.readBloomFilter(keys);
            assertThat(filter.getBitsetSize()).isEqualTo(filterBytes);
            assertThat(filter.findHash(filter.hash(Binary.fromString("d00007.nl"))))
                    .isTrue();
            assertThat(reader.readOffsetIndex(keys)).isNotNull();
            assertThat(reader.readColumnIndex(keys)).isNotNull();
        }
    }

    /// Arrow reads Parquet's own enumerations as bytes.
    @ParameterizedTest
    @MethodSource("tables")
    void closedSetsAreText(Table<?> table) throws Exception {
        Path file = folder.resolve("table.parquet");
        ParquetFiles.write(table, file, List.of());
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(reader.getFileMetaData().getSchema().toString())
                    .contains("(STRING)")
                    .doesNotContain("(ENUM)");
        }
    }

    static Stream<Table<?>> tables() {
        return Stream.concat(Table.OBSERVED.stream(), Table.JUDGED.stream());
    }

    /// A row of a table as it was before it got its last columns.
    record OldFrameRow(String domain, String source, String tld) {}

    @Test
    void columnsThatAnOlderFileLacksAreNull() {
        Table<OldFrameRow> before = new Table<>("frame", OldFrameRow.class, Table.FRAME.key());
        Path file = folder.resolve("frame.parquet");

        ParquetFiles.write(before, file, List.of(new OldFrameRow("example.nl", "nl", "nl")));

        try (Stream<FrameRow> read = ParquetFiles.read(Table.FRAME, file)) {
            assertThat(read).containsExactly(new FrameRow("example.nl", "nl", "nl", null, null, null));
        }
    }

    /// `/dev/full` takes no bytes, as a full disk does.
    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsLeftOfAFileThatTheDiskHadNoRoomFor() throws Exception {
        Path file = Files.createSymbolicLink(folder.resolve("frame.parquet"), Path.of("/dev/full"));
        List<FrameRow> rows = List.of(new FrameRow("example.nl", "nl", "nl", true, List.of(), null));

        assertThatThrownBy(() -> ParquetFiles.write(Table.FRAME, file, rows))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("frame.parquet", "space");
        assertThat(file).doesNotExist();
    }

    @Test
    void aDamagedFileIsNamedInOneSentence() throws Exception {
        Path damaged = folder.resolve("damaged.parquet");
        Files.writeString(damaged, "this is no Parquet file, whatever its name says");

        assertThatThrownBy(() -> ParquetFiles.read(Table.FRAME, damaged).toList())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("damaged.parquet");
    }
}
