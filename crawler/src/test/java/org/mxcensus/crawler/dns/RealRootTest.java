package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.crawler.dns.real.Nsd;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.ledger.Daemon;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// The real root zone of November 2023, served by a real NSD, validated from the anchors that come with the program
/// and with the clock put back.
@Tag("full")
class RealRootTest {

    /// A day within the validity of all its signatures.
    private static final Clock THEN = Clock.fixed(Instant.parse("2023-11-06T00:00:00Z"), ZoneOffset.UTC);

    private static final Clock LATER = Clock.fixed(Instant.parse("2026-08-22T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    /// Each delegation, and how many DS records it has.
    private static final Map<Name, Integer> DELEGATIONS = new TreeMap<>();

    private static Daemon nsd;
    private static NettyTransport wire;

    @BeforeAll
    static void start() throws IOException {
        String data = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(data != null, "MXCENSUS_REAL_DATA is not set: the real root zone is not at hand");
        Path file = Path.of(data, "zones", "root-2023-11-05.signed.zone.gz");
        byte[] text;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            text = in.readAllBytes();
        }
        try (Master master = new Master(new ByteArrayInputStream(text), Name.root)) {
            for (Record r = master.nextRecord(); r != null; r = master.nextRecord()) {
                if (r.getName().labels() == 2 && (r.getType() == Type.NS || r.getType() == Type.DS)) {
                    DELEGATIONS.merge(r.getName(), r.getType() == Type.DS ? 1 : 0, Integer::sum);
                }
            }
        }
        nsd = Nsd.ofRoot(folder, new String(text, StandardCharsets.US_ASCII));
        wire = new NettyTransport(
                new ResolverConfig(List.of(nsd.address()), false, Optional.empty(), Duration.ofSeconds(20), 3, 100),
                new EventLoops(),
                new SecureRandom());
    }

    @AfterAll
    static void stop() {
        if (nsd != null) {
            wire.close();
            nsd.close();
        }
    }

    @Test
    void everyDelegationOfTheRootIsProvedSignedOrUnsigned() throws Exception {
        assertThat(DELEGATIONS).hasSizeGreaterThan(1_400).containsValue(0);
        InProcessValidation validation = validation(THEN);
        Map<Name, Integer> seen = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Name, Future<Integer>> asked = new TreeMap<>();
            DELEGATIONS.keySet().forEach(name -> asked.put(name, threads.submit(() -> secureDs(validation, name))));
            for (Map.Entry<Name, Future<Integer>> one : asked.entrySet()) {
                seen.put(one.getKey(), one.getValue().get());
            }
        }
        assertThat(seen).isEqualTo(DELEGATIONS);
    }

    /// @return -1 where the answer or the denial is not secure
    private static int secureDs(InProcessValidation validation, Name name) {
        return switch (validation.ask(new Question(name, Type.DS), new Tally())) {
            case Reply.Answered answered
            when isSecure(answered) ->
                (int) answered.message().getSection(Section.ANSWER).stream()
                        .filter(r -> r.getType() == Type.DS)
                        .count();
            case Reply.Answered _, Reply.Failed _ -> -1;
        };
    }

    @Test
    void itsOwnRecordsAndItsDenialsAreSecure() {
        InProcessValidation validation = validation(THEN);
        for (int type : new int[] {Type.NS, Type.SOA, Type.DNSKEY, Type.TXT}) {
            assertThat(validation.ask(new Question(Name.root, type), new Tally()))
                    .isInstanceOfSatisfying(
                            Reply.Answered.class,
                            answered -> assertThat(isSecure(answered))
                                    .as(Type.string(type))
                                    .isTrue());
        }
        assertThat(validation.ask(new Question(Name.fromConstantString("nothing."), Type.MX), new Tally()))
                .isInstanceOfSatisfying(Reply.Answered.class, answered -> {
                    assertThat(isSecure(answered)).isTrue();
                    assertThat(answered.message().getRcode()).isEqualTo(Rcode.NXDOMAIN);
                });
    }

    @Test
    void yearsLaterNothingOfItIsBelieved() {
        InProcessValidation validation = validation(LATER);
        for (Question question : List.of(
                new Question(Name.root, Type.NS),
                new Question(Name.fromConstantString("nl."), Type.DS),
                new Question(Name.fromConstantString("nothing."), Type.MX))) {
            assertThat(validation.ask(question, new Tally())).isInstanceOfSatisfying(Reply.Failed.class, failed -> {
                assertThat(failed.failure()).isEqualTo(DnsFailure.BOGUS);
                assertThat(failed.errors()).isNotEmpty();
            });
        }
    }

    private static InProcessValidation validation(Clock clock) {
        return new InProcessValidation(wire, TrustAnchors.open(Optional.empty()), clock, none -> {});
    }

    private static boolean isSecure(Reply.Answered answered) {
        return answered.message().getHeader().getFlag(Flags.AD);
    }
}
