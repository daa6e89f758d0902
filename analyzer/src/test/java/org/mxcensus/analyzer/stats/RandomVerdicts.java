package org.mxcensus.analyzer.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.JudgedRows;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.PolicyStatus;
import org.mxcensus.datasets.schema.RecordStatus;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.schema.TlsTraits;
import org.mxcensus.datasets.store.Store;

/// Verdicts without rhyme or reason: whatever the judges may say one day, the sums must be right.
public final class RandomVerdicts {
    static final List<String> TLDS = List.of("nl", "se", "gov", "lonely");
    private static final List<String> SOURCES = List.of("zone", "list");
    private static final List<String> PROVIDERS = List.of("big.example", "freenet.de", "strato.de", "it's.example");
    /// The groups of the provider map that those are in.
    static final Map<String, List<String>> GROUPS = Map.of(
            "freenet.de", List.of("e-mail-made-in-germany"),
            "strato.de", List.of("e-mail-made-in-germany", "united-internet"));
    private static final List<String> OPERATORS = List.of("a.example", "b.example", "rare.example");
    private static final List<String> ISSUERS = List.of("An Authority", "Another, \"Inc.\"");

    public final List<FrameRow> frame = new ArrayList<>();
    public final Map<String, DomainVerdictRow> verdicts = new HashMap<>();
    final Map<String, DomainRow> observations = new HashMap<>();
    final Map<String, ExchangeVerdictRow> exchanges = new TreeMap<>();
    private final Map<String, MetricTwins> twins = new HashMap<>();
    public final List<HostVerdictRow> addresses = new ArrayList<>();
    private final Random random;
    private final String world;

    public RandomVerdicts(Random random) {
        this(random, "");
    }

    /// @param world what its names end in, so that it can lie beside others
    private RandomVerdicts(Random random, String world) {
        this.random = random;
        this.world = world;
        int domains = random.nextInt(150);
        for (int host = 0; host < 20; host++) {
            String name = host(host);
            if (random.nextInt(10) > 0) {
                exchanges.put(name, exchange(name));
                addresses.add(address(name, "192.0.2.1"));
                addresses.add(address(name, "192.0.2.2"));
            }
        }
        for (int i = 0; i < domains; i++) {
            domain("d%d.%s%s".formatted(i, any(TLDS.subList(0, 3)), world));
        }
        domain("only.lonely" + world);
    }

    /// Worlds side by side, as one: each has TLDs, MX hosts and providers of its own, and providers that all share.
    static RandomVerdicts sideBySide(int worlds) {
        RandomVerdicts all = new RandomVerdicts(new Random(0));
        for (int seed = 1; seed <= worlds; seed++) {
            RandomVerdicts one = new RandomVerdicts(new Random(seed), "-" + seed);
            all.frame.addAll(one.frame);
            all.verdicts.putAll(one.verdicts);
            all.observations.putAll(one.observations);
            all.exchanges.putAll(one.exchanges);
            all.addresses.addAll(one.addresses);
        }
        return all;
    }

    private String host(int number) {
        return "mx%d.example%s".formatted(number, world);
    }

    private String provider() {
        String provider = any(PROVIDERS);
        return GROUPS.containsKey(provider) ? provider : provider + world;
    }

    private void domain(String name) {
        String first = any(SOURCES);
        for (String source : SOURCES) {
            if (source.equals(first) || random.nextInt(5) == 0) {
                String tld = name.substring(name.lastIndexOf('.') + 1);
                Boolean signed = source.equals("zone") ? anyOrNull(List.of(true, false)) : null;
                frame.add(new FrameRow(name, source, tld, signed, null, rank(source)));
            }
        }
        if (random.nextInt(9) > 0) {
            observations.put(name, observation(name));
        }
        if (random.nextInt(8) > 0) {
            verdicts.put(name, verdict(name));
        }
    }

    private @Nullable Long rank(String source) {
        return source.equals("list") && random.nextInt(3) > 0 ? random.nextLong(1, 3_000_000_000L) : null;
    }

    private ExchangeVerdictRow exchange(String host) {
        return new ExchangeVerdictRow(
                host,
                1,
                random.nextInt(2),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                anyOrNull(List.of(DaneStatus.values())),
                finding(),
                anyOrNull(List.of(DaneCause.values())),
                traits(),
                null);
    }

    private HostVerdictRow address(String host, String ip) {
        return new HostVerdictRow(
                host,
                ip,
                finding(),
                finding(),
                finding(),
                null,
                finding(),
                random.nextBoolean() ? DaneStatus.VALID : any(List.of(DaneStatus.values())),
                null,
                null,
                anyOrNull(List.of("one", "other")),
                null,
                List.of(),
                null,
                null,
                null,
                traits());
    }

    private DomainVerdictRow verdict(String domain) {
        List<String> hosts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String host = host(random.nextInt(20));
            if (!hosts.contains(host)) {
                hosts.add(host);
            }
        }
        DaneStatus dane = anyOrNull(List.of(DaneStatus.values()));
        return new DomainVerdictRow(
                domain,
                any(List.of(Finding.values())),
                hosts,
                any(List.of(Finding.values())),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                finding(),
                dane,
                anyOrNull(List.of(DaneCause.values())),
                null,
                null,
                finding(),
                valid(dane),
                daneHosts(),
                anyOrNull(List.of(StsStatus.values())),
                null,
                anyOrNull(List.of(StsCause.values())),
                null,
                null,
                List.of(),
                List.of(),
                finding(),
                finding(),
                new Deliveries(delivery(), delivery(), delivery(), delivery(), delivery(), delivery()),
                hosts.isEmpty() ? null : provider(),
                false,
                someOf(OPERATORS),
                traits(),
                someOf(ISSUERS));
    }

    private @Nullable List<String> someOf(List<String> all) {
        return random.nextInt(4) == 0
                ? null
                : all.stream().filter(_ -> random.nextInt(3) == 0).toList();
    }

    /// What could not be told of the status may be a NO all the same.
    private @Nullable Finding valid(@Nullable DaneStatus dane) {
        Finding told = dane == null ? null : dane.valid();
        return told == Finding.UNMEASURED ? any(List.of(Finding.NO, Finding.UNMEASURED)) : told;
    }

    private TlsTraits traits() {
        return new TlsTraits(
                finding(), finding(), finding(), finding(), finding(), finding(), finding(), finding(), finding(),
                finding());
    }

    private DaneHosts daneHosts() {
        return new DaneHosts(
                random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3),
                anyOrNull(List.of(DaneStatus.values())),
                anyOrNull(List.of(DaneStatus.values())),
                anyOrNull(List.of(DaneStatus.values())),
                finding());
    }

    private Delivery delivery() {
        return Delivery.of(any(List.of(SenderOutcome.values())));
    }

    private DomainRow observation(String domain) {
        List<RecordStatus> statuses = List.of(RecordStatus.values());
        List<Hint> hints = List.of(Hint.values());
        return new DomainRow(
                domain,
                Pki.NOW,
                any(List.of(MxStatus.values())),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                new DomainRow.Spf(any(statuses), null, null),
                new DomainRow.Dmarc(any(statuses), anyOrNull(List.of("none", "quarantine", "reject")), null, null),
                any(hints),
                any(hints),
                any(hints),
                new DomainRow.StsRecordCell(any(statuses), null, null, null, null),
                new DomainRow.StsPolicyCell(
                        PolicyStatus.NOT_ASKED, null, null, null, null, null, null, null, null, null, null, List.of()),
                new DomainRow.TlsRpt(any(statuses), null, null, null),
                List.of(),
                0,
                0,
                "");
    }

    private @Nullable Finding finding() {
        return anyOrNull(List.of(Finding.values()));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> @Nullable T anyOrNull(List<T> all) {
        int index = random.nextInt(all.size() + 1);
        return index == all.size() ? null : all.get(index);
    }

    /// The MX hosts that domains use.
    Set<String> hosts(Set<String> domains) {
        return domains.stream()
                .flatMap(domain -> Stream.ofNullable(verdicts.get(domain)))
                .flatMap(verdict -> verdict.hosts().stream())
                .collect(Collectors.toSet());
    }

    /// What a domain weighs by rank.
    long weight(String domain) {
        return twins(domain).frame().stream()
                .flatMap(row -> Stream.ofNullable(row.rank()))
                .min(Comparator.naturalOrder())
                .map(rank -> 1_000_000_000 / rank)
                .orElse(0L);
    }

    /// What every metric finds of a domain.
    MetricTwins twins(String domain) {
        if (twins.isEmpty()) {
            frame.stream()
                    .collect(Collectors.groupingBy(FrameRow::domain))
                    .forEach((name, rows) ->
                            twins.put(name, new MetricTwins(rows, observations.get(name), verdicts.get(name))));
        }
        return twins.get(domain);
    }

    /// Publishes the rows as a judged crawl.
    public void write(Store store, LocalDate crawl) {
        new JudgedRows(store, crawl)
                .with(Table.FRAME, frame)
                .with(Table.DOMAINS, List.copyOf(observations.values()))
                .with(Table.DOMAIN_VERDICTS, List.copyOf(verdicts.values()))
                .with(Table.HOST_VERDICTS, addresses)
                .with(Table.EXCHANGE_VERDICTS, List.copyOf(exchanges.values()))
                .publish();
    }
}
