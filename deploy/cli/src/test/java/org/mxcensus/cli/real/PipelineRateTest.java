package org.mxcensus.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.cli.CrawlAlone;
import org.mxcensus.cli.conformance.OwnNetwork;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.ParquetFiles;
import org.mxcensus.datasets.store.WorkFiles;
import org.mxcensus.ledger.RealServer;

/// What a crawl of 200,000 domains, one in eight of them signed, costs with NSD and Unbound and the lab's mail servers
/// and policy hosts on the same cores. Writes `target/benchmarks/pipeline.md`; leaves the recording of Java's flight
/// recorder beside it. That every domain is observed is asserted; times are not.
///
/// The world that they are chosen from has 33,000 addresses of mail servers, each with a socket that listens, in two
/// processes: `ulimit -n` must allow half of that, or `-Dmxcensus.rate.domains` ask for fewer.
@Tag("endurance")
class PipelineRateTest {
    private static final int DOMAINS = Integer.getInteger("mxcensus.rate.domains", 200_000);
    private static final int MINUTES = 40;

    @TempDir
    Path folder;

    @Test
    void everyDomainIsObserved() throws Exception {
        Stream.of("ip", "nsd", "unbound").forEach(RealServer::require);
        assumeTrue(OwnNetwork.isPossible(), "without root nobody can make a network of its own (unshare -n)");
        // The servers' own users come by here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path benchmarks = Files.createDirectories(Path.of("target/benchmarks")).toAbsolutePath();

        OwnNetwork.run(folder, "4g", MINUTES, Pipeline.class, folder.toString(), "" + DOMAINS, benchmarks.toString());

        System.out.println(Files.readString(benchmarks.resolve(Pipeline.REPORT)));
        WorkFiles files = new WorkFiles(new DirectoryStore(folder.resolve("data")), CrawlAlone.MEASURED);
        assertThat(files.parts(Table.DOMAINS).stream()
                        .mapToLong(part -> rows(files, part))
                        .sum())
                .isEqualTo(DOMAINS);
    }

    private static long rows(WorkFiles files, String part) {
        try (Stream<DomainRow> rows =
                ParquetFiles.read(Table.DOMAINS, files.store().local(part))) {
            return rows.count();
        }
    }
}
