package org.mxcensus.analyzer.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;

/// Whoever looks for a name opens the file that has it, and never passes by one that might.
class FirstKeysTest {
    @TempDir
    Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = Warehouse.inMemory(new DirectoryStore(folder), Limits.READER);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void aNameIsLookedForWhereItsPlaceIs() {
        Path first = file("1", "b.com", "z.com");
        Path second = file("2", "a.nl", "m.nl");
        Path third = file("3", "n.nl", "z.nl");

        assertThat(files("a.com", first, second, third)).isEmpty();
        assertThat(files("b.com", first, second, third)).containsExactly(first);
        assertThat(files("x.de", first, second, third)).containsExactly(first);
        assertThat(files("c.nl", first, second, third)).containsExactly(second);
        assertThat(files("z.nl", first, second, third)).containsExactly(third);
        assertThat(files("a.se", first, second, third)).containsExactly(third);
    }

    /// A domain of two sources has two rows, and a file may end between them.
    @Test
    void aNameThatLeadsAFileMayBeginInTheOneBefore() {
        Path first = file("1", "a.nl", "b.nl");
        Path second = file("2", "b.nl", "c.nl");

        assertThat(files("b.nl", first, second)).containsExactly(first, second);
        assertThat(files("c.nl", first, second)).containsExactly(second);
    }

    @Test
    void filesThatDoNotLieInOrderAreAllLookedInto() {
        Path first = file("1", "n.nl", "z.nl");
        Path second = file("2", "a.nl", "m.nl");

        assertThat(files("c.nl", first, second)).containsExactly(first, second);
    }

    private List<Path> files(String name, Path... files) {
        return new FirstKeys(DomainNames::reversed).files(warehouse, "domain", List.of(files), name);
    }

    private Path file(String name, String... domains) {
        Path file = folder.resolve(name + ".parquet");
        ParquetFiles.write(
                Table.FRAME,
                file,
                Stream.of(domains)
                        .map(domain -> new FrameRow(domain, "nl", "nl", null, null, null))
                        .toList());
        return file;
    }
}
