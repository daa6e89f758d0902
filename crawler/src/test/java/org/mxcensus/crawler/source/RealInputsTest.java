package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.schema.FrameRow;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/// Zones and lists that registries and researchers published.
@Tag("full")
class RealInputsTest {
    private Path data;

    @BeforeEach
    void find() {
        var folder = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(folder != null, "MXCENSUS_REAL_DATA is not set: the real zones and lists are not at hand");
        data = Path.of(folder);
    }

    @ParameterizedTest(name = "{0}: {2} domains, {3} signed")
    @CsvSource({
        "gov-2026-08-22.zone.gz, gov, 16536, 2069, 1787383922",
        "gov-2023-12-31.zone.gz, gov, 9803, 1572, 1703989500",
        "root-2023-11-05.signed.zone.gz, root, 1458, 1350, 2023110500",
    })
    void knownZones(String file, String name, long domains, long signed, long serial) {
        try (var source = Sources.open(SourceInput.of(data.resolve("zones").resolve(file)))) {
            var frame = Inputs.frame(source);
            assertThat(frame)
                    .hasSize(Math.toIntExact(domains))
                    .allMatch(row -> row.source().equals(name));
            assertThat(frame).extracting(FrameRow::domain).doesNotHaveDuplicates();
            assertThat(frame.stream().filter(row -> Boolean.TRUE.equals(row.delegationDs())))
                    .hasSize(Math.toIntExact(signed));
            assertThat(source.report().domains()).isEqualTo(domains);
            assertThat(source.report().signed()).hasValue(signed);
            assertThat(source.report().zoneSerial()).hasValue(serial);
        }
    }

    /// The signed root zone, read once more by dnsjava.
    @Test
    void noRecordOfTheRootIsPassedOver() throws IOException {
        var file = data.resolve("zones/root-2023-11-05.signed.zone.gz");
        var records = 0L;
        var signed = new HashSet<Name>();
        try (var master = new Master(new GZIPInputStream(Files.newInputStream(file)))) {
            for (var record = master.nextRecord(); record != null; record = master.nextRecord()) {
                records++;
                if (record.getType() == Type.DS) {
                    signed.add(record.getName());
                }
            }
        }
        try (var source = Sources.open(SourceInput.of(file))) {
            assertThat(source.report().malformed()).isZero();
            assertThat(source.report().records()).isEqualTo(records).isGreaterThan(25_000);
            assertThat(source.report().signed()).hasValue(signed.size());
        }
    }

    @Test
    void everyZoneWithoutAMalformedLine() throws IOException {
        try (var files = Files.list(data.resolve("zones"))) {
            var zones = files.sorted().toList();
            assertThat(zones).hasSize(34);
            for (var zone : zones) {
                try (var source = Sources.open(SourceInput.of(zone))) {
                    assertThat(source.report().malformed()).as(zone.toString()).isZero();
                    assertThat(source.report().format()).isEqualTo(Format.ZONE);
                    assertThat(Inputs.frame(source))
                            .hasSize(Math.toIntExact(source.report().domains()));
                }
            }
        }
    }

    @Test
    void lists() {
        try (var nu = Sources.open(SourceInput.of(data.resolve("lists/nu-2026-08-22.txt.gz")))) {
            assertThat(Inputs.frame(nu))
                    .hasSize(194_172)
                    .allMatch(row -> row.tld().equals("nu"));
            assertThat(nu.report().malformed()).isZero();
        }
        try (var crux = Sources.open(SourceInput.of(data.resolve("lists/crux-10k.txt")))) {
            // Six have a port, eight stand there twice.
            assertThat(crux.report().malformed()).isEqualTo(6);
            assertThat(Inputs.frame(crux)).hasSize(9_986);
        }
    }
}
