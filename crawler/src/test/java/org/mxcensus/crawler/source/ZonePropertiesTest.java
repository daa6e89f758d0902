package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.schema.FrameRow;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;

/// However a zone is written and in whatever order, it gives the same frame; and dnsjava reads the same in it.
class ZonePropertiesTest {
    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFrameIsTheZone(long seed) {
        var zone = new ZoneText(seed);
        var file = new Inputs(folder).file("input", zone.text());
        try (var source = Sources.open(SourceInput.of(file))) {
            var frame = Inputs.frame(source);
            assertThat(delegations(frame)).isEqualTo(zone.delegations());
            assertThat(signed(frame)).isEqualTo(zone.signed());
            assertThat(frame).hasSize(zone.delegations().size());
            assertThat(Inputs.frame(source)).as("told a second time").isEqualTo(frame);
            var report = source.report();
            assertThat(report.malformed()).as("%s", report.examples()).isZero();
            assertThat(report.domains()).isEqualTo(frame.size());
            assertThat(report.signed()).hasValue(zone.signed().size());
            assertThat(report.zoneSerial()).hasValue(7);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dnsjavaReadsTheSame(long seed) throws IOException {
        var zone = new ZoneText(seed);
        var delegations = new TreeMap<String, SortedSet<String>>();
        var signed = new TreeSet<String>();
        var apex = Name.fromString("test.");
        try (var master = new Master(new ByteArrayInputStream(zone.text().getBytes(StandardCharsets.UTF_8)))) {
            for (var record = master.nextRecord(); record != null; record = master.nextRecord()) {
                if (record instanceof NSRecord ns && !ns.getName().equals(apex)) {
                    delegations
                            .computeIfAbsent(text(ns.getName()), _ -> new TreeSet<>())
                            .add(text(ns.getTarget()));
                }
                if (record instanceof DSRecord ds) {
                    signed.add(text(ds.getName()));
                }
            }
        }
        var frame = new Inputs(folder).frame(zone.text());
        assertThat(delegations(frame)).isEqualTo(delegations);
        assertThat(signed(frame)).isEqualTo(signed);
    }

    private static SortedMap<String, SortedSet<String>> delegations(List<FrameRow> frame) {
        var delegations = new TreeMap<String, SortedSet<String>>();
        for (var row : frame) {
            delegations.put(row.domain(), new TreeSet<>(row.delegationNs()));
        }
        return delegations;
    }

    private static SortedSet<String> signed(List<FrameRow> frame) {
        var signed = new TreeSet<String>();
        for (var row : frame) {
            if (Boolean.TRUE.equals(row.delegationDs())) {
                signed.add(row.domain());
            }
        }
        return signed;
    }

    private static String text(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
