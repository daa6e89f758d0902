package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsSession;

/// Thousands of names on one address: who is called at, and who takes over.
class SharedAddressesTest {
    private static final String IP = "192.0.2.1";
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final SmtpOutcome CHAIN = chain("aa");

    private final SharedAddresses addresses = new SharedAddresses("2026-11-24", Clock.systemUTC());
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());

    @Test
    void fourNamesAreCalledAtAndTheOthersTakeOver() throws InterruptedException {
        List<SmtpObservation> seen = see(name -> CHAIN, names(0, 50));

        assertThat(seen.subList(0, 4)).allMatch(one -> one.reusedFrom().isEmpty());
        assertThat(seen.subList(4, 50).stream().filter(one -> one.reusedFrom().isPresent()))
                .isNotEmpty()
                .allMatch(one -> one.reusedFrom().equals(Optional.of("mx3.example"))
                        && one.outcome().equals(CHAIN)
                        && one.sni().equals(one.host()));
    }

    @Test
    void aboutOneInAHundredIsCalledAtAllTheSameAndSaysWhetherItAgreed() throws InterruptedException {
        List<SmtpObservation> seen = see(name -> CHAIN, names(0, 5_000));

        List<SmtpObservation> tested =
                seen.stream().filter(one -> one.reuseAgreed().isPresent()).toList();
        assertThat(tested)
                .hasSizeBetween(25, 85)
                .allMatch(one -> one.reuseAgreed().get());
        assertThat(called).hasSize(4 + tested.size());
    }

    @Test
    void anotherCrawlTestsOtherNames() throws InterruptedException {
        see(name -> CHAIN, names(0, 2_000));
        List<String> first = List.copyOf(called);
        called.clear();
        see(new SharedAddresses("2026-12-24", Clock.systemUTC()), name -> CHAIN, names(0, 2_000));

        assertThat(called.subList(0, 4)).isEqualTo(first.subList(0, 4));
        assertThat(called.subList(4, called.size())).isNotEqualTo(first.subList(4, first.size()));
    }

    @Test
    void theFirstDifferenceEndsTheReuse() throws InterruptedException {
        List<SmtpTarget> names = names(0, 2_000);
        see(name -> CHAIN, names);
        String odd = called.get(10);
        called.clear();

        List<SmtpObservation> seen = see(
                new SharedAddresses("2026-11-24", Clock.systemUTC()),
                name -> name.equals(odd) ? chain("bb") : CHAIN,
                names);

        int at = IntStream.range(0, seen.size())
                .filter(i -> seen.get(i).host().equals(odd))
                .findFirst()
                .orElseThrow();
        assertThat(seen.get(at).reuseAgreed()).contains(false);
        assertThat(seen.subList(at + 1, seen.size()))
                .allMatch(one -> one.reusedFrom().isEmpty());
        assertThat(seen.subList(4, at)).anyMatch(one -> one.reusedFrom().isPresent());
    }

    @Test
    void namesWithTlsaAreAlwaysCalledAt() throws InterruptedException {
        List<SmtpTarget> names = names(0, 40).stream()
                .map(name -> new SmtpTarget(name.network(), name.ip(), name.host(), name.sni(), true))
                .toList();
        assertThat(see(name -> CHAIN, names)).allMatch(one -> one.reusedFrom().isEmpty());
        assertThat(called).hasSize(40);
    }

    @Test
    void whatDependsOnTheNameIsNeverTakenOver() throws InterruptedException {
        SmtpOutcome alert =
                new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("unrecognized_name"), "");
        assertThat(see(name -> alert, names(0, 40)))
                .allMatch(one -> one.reusedFrom().isEmpty());
    }

    @Test
    void whatHappensBeforeANameIsSpokenIsTheAddressesOwn() throws InterruptedException {
        SmtpOutcome plain = new SmtpOutcome.StartTlsNotOffered();
        List<SmtpObservation> seen = see(name -> plain, names(0, 1_000));

        assertThat(called).hasSizeBetween(5, 30);
        assertThat(seen).allMatch(one -> one.outcome().equals(plain));
    }

    @Test
    void aCallThatWasLostIsNoDifference() throws InterruptedException {
        SmtpOutcome lost = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);
        see(name -> CHAIN, names(0, 2_000));
        List<String> tested = List.copyOf(called.subList(4, called.size()));

        List<SmtpObservation> seen = see(
                new SharedAddresses("2026-11-24", Clock.systemUTC()),
                name -> name.equals(tested.get(2)) ? lost : CHAIN,
                names(0, 2_000));

        assertThat(seen.stream().filter(one -> one.outcome().equals(lost)))
                .singleElement()
                .satisfies(one -> assertThat(one.reuseAgreed()).isEmpty());
        assertThat(seen.getLast().reusedFrom()).isPresent();
    }

    @Test
    void anAddressThatSpeaksAtLastIsNoLongerSparedAsSilent() throws InterruptedException {
        SmtpOutcome silent = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);
        see(name -> silent, names(0, 2_000));
        String awake = called.get(10);
        int at = Integer.parseInt(awake.substring(2, awake.indexOf('.')));

        List<SmtpObservation> seen = see(
                new SharedAddresses("2026-11-24", Clock.systemUTC()),
                name -> Integer.parseInt(name.substring(2, name.indexOf('.'))) < at ? silent : CHAIN,
                names(0, 2_000));

        assertThat(seen.get(at).reuseAgreed()).contains(false);
        assertThat(seen.subList(at, 2_000)).allMatch(one -> one.outcome().equals(CHAIN));
        assertThat(seen.get(at + 4).reusedFrom()).isPresent();
    }

    @Test
    void whoCouldTellNothingCountsNeitherForNorAgainst() throws InterruptedException {
        SmtpOutcome later = new SmtpOutcome.Deferred(SmtpStage.GREETING, new SmtpReply(421, "busy"));
        List<SmtpObservation> seen = see(name -> name.equals("mx1.example") ? later : CHAIN, names(0, 30));

        assertThat(seen.get(4).reusedFrom()).isEmpty();
        assertThat(seen.subList(5, 30)).anyMatch(one -> one.reusedFrom().equals(Optional.of("mx4.example")));
    }

    @Test
    void anAddressThatTakesNoConnectionIsSparedTheOtherNames() throws InterruptedException {
        SmtpOutcome silent = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);
        List<SmtpObservation> seen = see(name -> silent, names(0, 1_000));

        assertThat(called).hasSizeBetween(4, 30);
        assertThat(seen).allMatch(one -> one.outcome().equals(silent));
    }

    @Test
    void aBugInOneLookHoldsUpNobody() throws InterruptedException {
        List<SmtpTarget> names = names(0, 10);
        List<SharedAddresses.Probe> inTurn = names.stream()
                .map(name -> addresses.inTurn(name, () -> {
                    if (name.host().equals("mx2.example")) {
                        throw new IllegalStateException("a bug");
                    }
                    return seen(name, CHAIN);
                }))
                .toList();
        assertThat(inTurn.get(0).probe().observation().reusedFrom()).isEmpty();
        inTurn.get(1).probe();
        assertThatThrownBy(inTurn.get(2)::probe).hasMessage("a bug");
        inTurn.get(3).probe();
        assertThat(inTurn.get(4).probe().observation().reusedFrom()).isEmpty();
        assertThat(inTurn.get(5).probe().observation().reusedFrom()).contains("mx4.example");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoTakesOverTheWorkDecidesAsThePreviousOwnerWouldHave(long seed) throws InterruptedException {
        Random random = new Random(seed);
        int odd = random.nextInt(400);
        Function<String, SmtpOutcome> world = name -> name.equals("mx" + odd + ".example") ? chain("bb") : CHAIN;
        Map<String, Optional<String>> whole = reuse(see(world, names(0, 500)));

        int cut = random.nextInt(500);
        List<SmtpObservation> before = see(new SharedAddresses("2026-11-24", Clock.systemUTC()), world, names(0, cut));
        SharedAddresses successor = new SharedAddresses("2026-11-24", Clock.systemUTC());
        before.forEach(successor::recall);
        Map<String, Optional<String>> divided = reuse(before);
        divided.putAll(reuse(see(successor, world, names(cut, 500))));

        assertThat(divided).as("cut at %d, odd one %d", cut, odd).isEqualTo(whole);
    }

    private static Map<String, Optional<String>> reuse(List<SmtpObservation> seen) {
        return seen.stream()
                .collect(Collectors.toMap(
                        SmtpObservation::host, SmtpObservation::reusedFrom, (one, other) -> one, TreeMap::new));
    }

    private List<SmtpObservation> see(Function<String, SmtpOutcome> world, List<SmtpTarget> names)
            throws InterruptedException {
        return see(addresses, world, names);
    }

    /// All at once, begun in order, and started in any.
    private List<SmtpObservation> see(
            SharedAddresses shared, Function<String, SmtpOutcome> world, List<SmtpTarget> names)
            throws InterruptedException {
        List<SharedAddresses.Probe> inTurn = names.stream()
                .map(name -> shared.inTurn(name, () -> {
                    called.add(name.host());
                    return seen(name, world.apply(name.host()));
                }))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
            Collections.shuffle(order, new Random(7));
            Map<Integer, Future<SmtpResult>> results = new TreeMap<>();
            order.forEach(i -> results.put(i, threads.submit(() -> inTurn.get(i).probe())));
            return results.values().stream()
                    .map(SharedAddressesTest::get)
                    .map(SmtpResult::observation)
                    .toList();
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<SmtpTarget> names(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> SmtpTarget.of(IP, "mx" + i + ".example", "mx" + i + ".example", false))
                .toList();
    }

    private static SmtpResult seen(SmtpTarget target, SmtpOutcome outcome) {
        return new SmtpResult(
                SmtpObservation.first(
                        target.host(), target.ip(), NOW, target.sni(), outcome, SmtpDialogue.SILENCE, 1, 2, 3),
                List.of());
    }

    private static SmtpOutcome chain(String sha256) {
        return new SmtpOutcome.TlsEstablished(new TlsSession(
                "TLSv1.3", "TLS_AES_128_GCM_SHA256", Optional.of("X25519"), Optional.empty(), List.of(sha256)));
    }
}
