package org.mxcensus.analyzer.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.analyzer.judge.HostJudgement;
import org.mxcensus.analyzer.judge.Judge;
import org.mxcensus.analyzer.judge.Previous;
import org.mxcensus.analyzer.judge.Reach;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.store.Store;

/// What a crawl might have seen, drawn by chance, and what the judge says of it when somebody has done something.
final class ObservedWorld {
    private static final List<String> TLDS = List.of("nl", "se", "gov");
    private static final List<String> NAME_SERVERS = List.of("ns1.dns-b.example", "ns1.dns-a.example");
    private static final int PROVIDERS = 5;
    private static final int HOSTS = 3;
    private static final int DOMAINS = 120;

    /// Certificates are made once: they take most of the time.
    private static final Pki.Identity ROOT = Pki.root("root");

    /// Names every MX host of a provider.
    private static final Pki.Identity ONE = ROOT.issue(Pki.Form.server(IntStream.range(0, PROVIDERS)
            .boxed()
            .flatMap(provider -> IntStream.rangeClosed(1, HOSTS).mapToObj(number -> exchange(number, provider)))
            .toArray(String[]::new)));

    /// Names every policy host.
    private static final Pki.Identity POLICY = ROOT.issue(Pki.Form.server(IntStream.range(0, DOMAINS)
            .boxed()
            .flatMap(number -> TLDS.stream().map(tld -> "mta-sts.d%d.%s".formatted(number, tld)))
            .toArray(String[]::new)));

    private static final RecordOutcome<StsRecord> RECORD =
            new RecordOutcome.Valid<>(new StsRecord("1"), "v=STSv1; id=1;");
    private static final Pki.Identity OTHER = ROOT.issue(Pki.Form.server("other.example"));
    private static final Pki.Identity LOST = ROOT.issue(Pki.Form.server("lost.example"));

    private static final Certificates CERTIFICATES =
            Certificates.of(List.of(ROOT.observed(), ONE.observed(), OTHER.observed(), POLICY.observed()));

    final Map<String, DomainObservation> domains = new LinkedHashMap<>();
    final Map<String, HostObservation> hosts = new LinkedHashMap<>();
    final List<String> unobserved = new ArrayList<>();
    private final Map<String, List<SmtpObservation>> dialogues = new HashMap<>();
    private final Random random;
    private final Judge judge;

    ObservedWorld(long seed) {
        this.random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int provider = 0; provider < PROVIDERS; provider++) {
            Security security = random.nextInt(3) == 0 ? Security.INSECURE : Security.SECURE;
            for (int number = 1 + random.nextInt(HOSTS); number > 0; number--) {
                String name = exchange(number, provider);
                names.add(name);
                if (random.nextInt(20) > 0) {
                    host(name, security);
                }
            }
        }
        for (int i = random.nextInt(DOMAINS / 2); i < DOMAINS; i++) {
            domain("d%d.%s".formatted(i, any(TLDS)), names);
        }
        this.judge = new Judge(
                TestCrawl.roots(ROOT),
                TestCrawl.PROVIDERS,
                Reach.of(dialogues.values().stream().flatMap(List::stream).toList()),
                Previous.NONE);
    }

    private static String exchange(int number, int provider) {
        return "mx%d.provider%d.example".formatted(number, provider);
    }

    private void domain(String name, List<String> names) {
        Security security = random.nextInt(3) == 0 ? Security.INSECURE : Security.SECURE;
        switch (random.nextInt(20)) {
            case 0 -> domains.put(name, seen(name, new MxOutcome.NoMail(security)));
            case 1 -> domains.put(name, seen(name, new MxOutcome.Unmeasured(DnsFailure.SERVFAIL, List.of())));
            case 2 -> unobserved.add(name);
            case 3, 4 -> {
                host("mail." + name, security);
                domains.put(name, seen(name, Seen.mx(security, "mail." + name)));
            }
            default -> {
                int first = random.nextInt(names.size());
                int last = Math.min(names.size(), first + 1 + random.nextInt(3));
                String[] mx = names.subList(first, last).toArray(String[]::new);
                domains.put(name, seen(name, Seen.mx(security, mx)));
            }
        }
    }

    private DomainObservation seen(String name, MxOutcome mx) {
        return switch (random.nextInt(12)) {
            case 0 -> seen(name, mx, RECORD, policy("enforce", mx));
            case 1 -> seen(name, mx, RECORD, policy("testing", mx));
            case 2 -> seen(name, mx, RECORD, new PolicyFetch.NoAddress());
            case 3 -> seen(name, mx, new RecordOutcome.Unmeasured<>(DnsFailure.TIMEOUT), new PolicyFetch.NotAsked());
            default -> seen(name, mx, new RecordOutcome.Absent<>(), new PolicyFetch.NotAsked());
        };
    }

    /// A policy with all MX hosts in it.
    private static PolicyFetch policy(String mode, MxOutcome mx) {
        StringBuilder text = new StringBuilder("version: STSv1\nmode: %s\nmax_age: 604800\n".formatted(mode));
        if (mx instanceof MxOutcome.Hosts hosts) {
            hosts.exchanges().forEach(exchange -> text.append("mx: %s\n".formatted(exchange.host())));
        }
        return new PolicyFetch.Fetched(text.toString(), false, "text/plain", List.of(POLICY.sha256()));
    }

    private static DomainObservation seen(
            String name, MxOutcome mx, RecordOutcome<StsRecord> record, PolicyFetch policy) {
        DomainObservation seen = Seen.domain(name, mx, record, policy, new RecordOutcome.Absent<>());
        return new DomainObservation(
                name,
                seen.observedAt(),
                mx,
                seen.mxAlias(),
                seen.spf(),
                seen.dmarc(),
                seen.dkim(),
                seen.openpgpkey(),
                seen.smimea(),
                record,
                seen.stsAlias(),
                policy,
                seen.policyAlias(),
                seen.tlsRpt(),
                NAME_SERVERS,
                seen.queries(),
                seen.elapsedMs(),
                seen.vantage());
    }

    private void host(String name, Security security) {
        if (random.nextInt(15) == 0) {
            Answer<List<String>> none =
                    random.nextBoolean() ? new Answer.NoData<>(security) : new Answer.Failed<>(DnsFailure.SERVFAIL);
            hosts.put(name, Seen.host(name, none, new Answer.NoData<>(security), new TlsaOutcome.NotAsked()));
            dialogues.put(name, List.of());
            return;
        }
        hosts.put(
                name,
                Seen.host(
                        name,
                        new Answer.Found<>(List.of(Seen.IP4), security, 300),
                        random.nextBoolean()
                                ? new Answer.Found<>(List.of(Seen.IP6), security, 300)
                                : new Answer.NoData<>(security),
                        security == Security.SECURE ? tlsa(name) : new TlsaOutcome.Absent(security)));
        List<SmtpObservation> seen = new ArrayList<>();
        for (String ip : ips(hosts.get(name))) {
            if (random.nextInt(15) > 0) {
                seen.add(Seen.smtp(name, ip, outcome()));
            }
        }
        dialogues.put(name, seen);
    }

    private TlsaOutcome tlsa(String name) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new TlsaOutcome.Absent(Security.SECURE);
            case 3 -> Seen.found(name, Seen.tlsa(3, 1, 1, OTHER));
            case 4 -> Seen.found(name, Seen.tlsa(1, 1, 1, ONE));
            case 5 -> new TlsaOutcome.Failed(name, DnsFailure.SERVFAIL, List.of());
            default -> Seen.found(name, Seen.tlsa(3, 1, 1, ONE));
        };
    }

    private SmtpOutcome outcome() {
        return switch (random.nextInt(24)) {
            case 0 -> new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);
            case 1 -> new SmtpOutcome.StartTlsNotOffered();
            case 2 -> new SmtpOutcome.NoService(new SmtpReply(521, "no mail"));
            case 3 -> new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.empty(), "");
            case 4 -> Seen.tls();
            case 5 -> Seen.tls(LOST);
            case 6, 7 -> Seen.tls(OTHER);
            default -> Seen.tls(ONE);
        };
    }

    private static List<String> ips(HostObservation host) {
        List<String> ips = new ArrayList<>();
        for (Answer<List<String>> answer : List.of(host.a(), host.aaaa())) {
            if (answer instanceof Answer.Found<List<String>> found) {
                ips.addAll(found.value());
            }
        }
        return ips;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// Publishes it as a judged crawl.
    void write(Store store) {
        TestCrawl crawl = new TestCrawl().certificates(ROOT, ONE, OTHER, POLICY);
        domains.values().forEach(crawl::domain);
        domains.keySet().forEach(domain -> crawl.frame("list", domain));
        unobserved.forEach(domain -> crawl.frame("list", domain));
        hosts.values().forEach(crawl::host);
        dialogues.values().stream().flatMap(List::stream).forEach(crawl::smtp);
        crawl.write(store, TestCrawl.DATE, 0);
        Finish.run(store, TestCrawl.DATE, TestCrawl.input(Pki.NOW));
        JudgeCrawl.run(store, TestCrawl.DATE, TestCrawl.roots(ROOT), TestCrawl.PROVIDERS, Pki.NOW);
    }

    /// Whose the MX hosts of a domain are. A host that was not seen belongs to whom the domain belongs.
    List<String> providers(String domain) {
        return Objects.requireNonNull(domains.get(domain)).mx() instanceof MxOutcome.Hosts mx
                ? mx.exchanges().stream()
                        .map(exchange -> hosts.containsKey(exchange.host())
                                ? TestCrawl.PROVIDERS.ofHost(exchange.host())
                                : first(mx))
                        .distinct()
                        .toList()
                : List.of();
    }

    /// Who stands for several equally preferred hosts: the first by name.
    private static String first(MxOutcome.Hosts mx) {
        return mx.exchanges().stream()
                .map(exchange -> TestCrawl.PROVIDERS.ofHost(exchange.host()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The verdicts when the MX hosts and the domains of some providers have been treated.
    Map<String, DomainVerdictRow> judged(Predicate<String> provider, Lever lever) {
        boolean zones = lever == Lever.SIGNED_DOMAINS || lever == Lever.TOGETHER;
        Map<String, DomainObservation> treated = new LinkedHashMap<>(domains);
        Map<String, HostObservation> served = new HashMap<>(hosts);
        domains.forEach((name, domain) -> {
            if (domain.mx() instanceof MxOutcome.Hosts mx
                    && providers(name).stream().anyMatch(provider)) {
                if (zones) {
                    MxOutcome signed = new MxOutcome.Hosts(mx.exchanges(), Security.SECURE, mx.ttl());
                    treated.put(name, seen(name, signed, domain.stsRecord(), domain.stsPolicy()));
                    served.computeIfPresent("mail." + name, (_, host) -> signed(host));
                }
                if (lever == Lever.HOSTED_STS) {
                    treated.put(name, seen(name, mx, RECORD, policy("enforce", mx)));
                }
            }
        });
        served.replaceAll(
                (name, host) -> provider.test(TestCrawl.PROVIDERS.ofHost(name)) ? treated(host, lever) : host);
        return judged(treated, served, dialogues);
    }

    /// The verdicts when what is at fault at some hosts was mended. Where right records would not do, nobody can tell
    /// how the host stands after that, as if it had not been tried.
    Map<String, DomainVerdictRow> mended(List<String> faulty) {
        Map<String, HostObservation> served = new HashMap<>(hosts);
        Map<String, List<SmtpObservation>> told = new HashMap<>(dialogues);
        for (String name : faulty) {
            HostObservation mended = published(signed(Objects.requireNonNull(hosts.get(name))));
            served.put(name, mended);
            DaneStatus status = judge(mended, dialogues).summary().dane();
            if (status != DaneStatus.VALID && status != DaneStatus.UNMEASURED && status != DaneStatus.LOOKUP_FAILED) {
                told.put(name, List.of());
            }
        }
        return judged(domains, served, told);
    }

    /// The verdicts on all MX hosts.
    List<ExchangeVerdictRow> exchanges() {
        return hosts.values().stream()
                .map(host -> judge(host, dialogues).summary())
                .toList();
    }

    private Map<String, DomainVerdictRow> judged(
            Map<String, DomainObservation> treated,
            Map<String, HostObservation> served,
            Map<String, List<SmtpObservation>> told) {
        Map<String, HostJudgement> judgements = new HashMap<>();
        served.forEach((name, host) -> judgements.put(name, judge(host, told)));
        Map<String, DomainVerdictRow> verdicts = new LinkedHashMap<>();
        treated.forEach((name, domain) -> verdicts.put(
                name, judge.judgeDomain(domain, host -> Optional.ofNullable(judgements.get(host)), CERTIFICATES)));
        return verdicts;
    }

    private HostJudgement judge(HostObservation host, Map<String, List<SmtpObservation>> told) {
        return judge.judgeHost(host, told.getOrDefault(host.host(), List.of()), CERTIFICATES);
    }

    private HostObservation treated(HostObservation host, Lever lever) {
        return switch (lever) {
            case TLSA -> published(host);
            case SIGNED_HOSTS, TOGETHER -> published(signed(host));
            case SIGNED_DOMAINS, HOSTED_STS -> host;
        };
    }

    private static HostObservation signed(HostObservation host) {
        return with(host, signed(host.a()), signed(host.aaaa()), host.tlsa());
    }

    private static Answer<List<String>> signed(Answer<List<String>> answer) {
        return answer instanceof Answer.Found<List<String>>(List<String> ips, Security _, long ttl)
                ? new Answer.Found<>(ips, Security.SECURE, ttl)
                : answer;
    }

    /// A record for every certificate that may be shown; where nobody answers questions for TLSA, nobody does then.
    private static HostObservation published(HostObservation host) {
        boolean secure = host.a() instanceof Answer.Found<List<String>> found && found.security() == Security.SECURE;
        boolean answered = !(host.tlsa() instanceof TlsaOutcome.Failed);
        return secure && answered ? with(host, host.a(), host.aaaa(), Seen.found(host.host(), records())) : host;
    }

    private static TlsaRecord[] records() {
        return new TlsaRecord[] {Seen.tlsa(3, 1, 1, ONE), Seen.tlsa(3, 1, 1, OTHER), Seen.tlsa(3, 1, 1, LOST)};
    }

    private static HostObservation with(
            HostObservation host, Answer<List<String>> a, Answer<List<String>> aaaa, TlsaOutcome tlsa) {
        return Seen.host(host.host(), a, aaaa, tlsa);
    }
}
