package org.mxcensus.crawler.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.UserError;

/// Whichever real tool wrote a zone, the frame is the same: real zones, and one with everything that is odd.
@Tag("full")
class ZoneToolsTest {
    private static final String ODD = """
            $ORIGIN odd.test.
            $TTL 1h
            @ IN SOA ns hostmaster ( 7 1h ; refresh (often)
                 10m 4w 10m )
              NS ns
            ns A 127.0.0.1
            a NS ns.a
              NS NS.Elsewhere.EXAMPLE.
              DS 12345 13 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            ns.a A 192.0.2.1
                 AAAA 2001:db8::1
            b 300 IN NS ns.a
            \\099 NS ns.a
            UPPER NS ns.a
            xn--bcher-kva NS ns.a
            _odd- NS ns.elsewhere.example.
            deep.er NS ns.a
            svc HTTPS 1 . alpn="h2,h3"
            txt TXT "a ; b ( c" "quote \\" and \\\\ and \\255" plain
            unknown TYPE65280 \\# 4 0a000001
            *.wild A 192.0.2.2
            dot\\.ted A 192.0.2.3
            naptr NAPTR 100 10 "S" "SIP+D2U" "!^.*$!sip:x@odd.test!" _sip
            caa CAA 0 issue "ca.example; policy=ev"
            _25._tcp.mx TLSA 3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            loc LOC 52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m
            """;

    @TempDir
    static Path folder;

    private static ZoneServers servers;

    /// A zone as it was published.
    ///
    /// @param apex with the final dot
    private record Published(String apex, Path file) {
        @Override
        public String toString() {
            return apex;
        }
    }

    /// A way to write it.
    ///
    /// @param soas how often it writes the SOA record
    private record Way(String name, int soas, Writer writer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Writer {
        Path write(Published zone);
    }

    private static final List<Way> WAYS = List.of(
            dig("of NSD", () -> servers.nsd()),
            dig("of BIND", () -> servers.bind()),
            dig("+multiline", () -> servers.nsd()),
            dig("+unknownformat", () -> servers.nsd()),
            dig("+ttlunits", () -> servers.nsd()),
            dig("+noclass +nottlid +nocomments", () -> servers.nsd()),
            dig("+onesoa +noall +answer", () -> servers.nsd()),
            new Way(
                    "drill",
                    2,
                    zone -> servers.run("drill", "-p", String.valueOf(servers.nsd()), "AXFR", zone.apex, "@127.0.0.1")),
            new Way("nsd-control write", 1, zone -> servers.writtenByNsd(zone.apex)),
            new Way("rndc dumpdb", 1, zone -> servers.dumpedByBind(ZoneServers.view(zone.apex))),
            new Way("ldns-read-zone", 1, zone -> servers.run("ldns-read-zone", zone.file.toString())),
            new Way("ldns-read-zone -c -z", 1, zone -> servers.run("ldns-read-zone", "-cz", zone.file.toString())),
            new Way("named-compilezone -s full", 1, zone -> compiled(zone, "text", zone.file, "-s", "full")),
            new Way("named-compilezone -s relative", 1, zone -> compiled(zone, "text", zone.file, "-s", "relative")),
            new Way(
                    "named-compilezone, from raw",
                    1,
                    zone -> compiled(zone, "text", compiled(zone, "raw", zone.file), "-f", "raw")));

    @BeforeAll
    static void start() throws IOException {
        var data = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(data != null, "MXCENSUS_REAL_DATA is not set: the real zones are not at hand");
        servers = new ZoneServers(folder);
        unpack(Path.of(data, "zones/root-2023-11-05.signed.zone.gz"), "root.zone");
        unpack(Path.of(data, "zones/gov-2026-08-22.zone.gz"), "gov.zone");
        Files.writeString(folder.resolve("odd.zone"), ODD);
        zones().forEach(zone -> servers.add(zone.apex, zone.file));
        servers.start();
    }

    @AfterAll
    static void stop() {
        if (servers != null) {
            servers.close();
        }
    }

    static Stream<Published> zones() {
        return Stream.of(
                new Published(".", folder.resolve("root.zone")),
                new Published("gov.", folder.resolve("gov.zone")),
                new Published("odd.test.", folder.resolve("odd.zone")));
    }

    static Stream<Arguments> zonesInEveryWay() {
        return zones().flatMap(zone -> WAYS.stream().map(way -> Arguments.of(zone, way)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("zonesInEveryWay")
    void theFrameIsTheSame(Published zone, Way way) {
        var written = way.writer.write(zone);
        try (var published = Sources.open(SourceInput.of(zone.file));
                var source = Sources.open(SourceInput.of(written))) {
            var report = source.report();
            assertThat(report.malformed()).as("%s", report.examples()).isZero();
            assertThat(report.format()).isEqualTo(Format.ZONE);
            assertThat(report.records()).isEqualTo(published.report().records() + way.soas - 1);
            assertThat(report.zoneSerial()).isEqualTo(published.report().zoneSerial());
            assertThat(report.signed()).isEqualTo(published.report().signed());
            assertThat(sorted(source)).isEqualTo(sorted(published)).hasSizeGreaterThan(6);
        }
    }

    /// NSD refuses these, so BIND is asked alone.
    @Test
    void anOriginIsRelativeToTheOneBeforeIt() throws IOException {
        var file = Files.writeString(
                folder.resolve("relative.zone"), ODD + "$ORIGIN er\ndeeper NS ns.a.odd.test.\n$ORIGIN d\n@ NS ns\n");
        try (var relative = Sources.open(SourceInput.of(file));
                var written = Sources.open(
                        SourceInput.of(compiled(new Published("odd.test.", file), "text", file, "-s", "full")))) {
            assertThat(sorted(relative))
                    .isEqualTo(sorted(written))
                    .extracting(FrameRow::domain)
                    .contains("deeper.er.odd.test", "d.er.odd.test");
        }
    }

    @Test
    void aDumpOfSeveralZonesIsRefused() {
        var dump = servers.dumpedByBind("all");
        assertThatThrownBy(() -> Sources.open(SourceInput.of(dump)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds more than one zone")
                .hasMessageContaining("give each in a file of its own");
    }

    private static Way dig(String options, IntSupplier port) {
        var words = options.startsWith("+") ? options.split(" ") : new String[0];
        return new Way("dig " + options, options.contains("+onesoa") ? 1 : 2, zone -> {
            var arguments = Stream.concat(
                    Stream.of("@127.0.0.1", "-p", String.valueOf(port.getAsInt()), "AXFR", zone.apex),
                    Stream.of(words));
            return servers.run("dig", arguments.toArray(String[]::new));
        });
    }

    private static Path compiled(Published zone, String format, Path file, String... options) {
        var out = folder.resolve("compiled-" + zone.apex.replace(".", "_") + "." + format);
        var arguments = Stream.of(
                Stream.of("-q", "-k", "ignore", "-n", "ignore", "-i", "none", "-F", format, "-o", out.toString()),
                Stream.of(options),
                Stream.of(zone.apex, file.toString()));
        servers.run("named-compilezone", arguments.flatMap(words -> words).toArray(String[]::new));
        return out;
    }

    private static List<FrameRow> sorted(Source source) {
        return Inputs.frame(source).stream()
                .sorted(Comparator.comparing(FrameRow::domain))
                .toList();
    }

    private static void unpack(Path packed, String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, folder.resolve(name));
        }
    }
}
