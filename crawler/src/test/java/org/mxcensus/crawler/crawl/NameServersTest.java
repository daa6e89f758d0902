package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;

/// Name servers are told by the zone file, or else asked for.
class NameServersTest {
    private static final World WORLD =
            World.of(DomainSpec.of("example.nl").withNs(List.of("ns1.example.nl", "ns2.example.nl")));

    private static final List<String> ZONE = List.of(
            "nl. 3600 IN SOA ns.nl. hostmaster.nl. 7 3600 600 86400 300",
            "nl. 3600 IN NS ns.nl.",
            "example.nl. 3600 IN NS ns1.example.nl.",
            "example.nl. 3600 IN NS ns2.example.nl.");

    @TempDir
    private Path folder;

    @Test
    void ofAZoneFileAreTheFrames() throws Exception {
        LabCrawl crawl = crawl(Files.write(folder.resolve("nl.zone"), ZONE));

        assertThat(crawl.rows(Table.FRAME))
                .extracting(FrameRow::delegationNs)
                .containsExactly(List.of("ns1.example.nl", "ns2.example.nl"));
        assertThat(crawl.rows(Table.DOMAINS)).extracting(DomainRow::ns).containsExactly(List.of());
    }

    @Test
    void ofAListAreAskedFor() throws Exception {
        LabCrawl crawl = crawl(Files.write(folder.resolve("list.txt"), List.of("example.nl")));

        assertThat(crawl.rows(Table.DOMAINS))
                .extracting(DomainRow::ns)
                .containsExactly(List.of("ns1.example.nl", "ns2.example.nl"));
    }

    private LabCrawl crawl(Path input) throws Exception {
        try (Lab lab = Lab.start(WORLD, LabOptions.defaults())) {
            return LabCrawl.ofInput(lab, folder, input, LabCrawl.probes(lab));
        }
    }
}
