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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.judge.Certificates;
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
import org.mxcensus.datasets.observation.MailExchange;
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
import org.mxcensus.datasets.store.Store;

/// What a crawl might have seen, drawn by chance, and what the judge says of it when somebody has done something.
final class ObservedWorld {
    private static final List<String> TLDS = List.of("nl", "se", "gov");
    private static final String DNS_A = "ns1.dns-a.example";
    private static final String DNS_B = "ns1.dns-b.example";
    private static final int PROVIDERS = 5;
    private static final int HOSTS = 3;
    private static final int DOMAINS = 120;

    /// Certificates are made once: they take most of the time.
    static final Pki.Identity ROOT = Pki.root("root");

    /// Names every MX host.
    static final Pki.Identity ONE = ROOT.issue(Pki.Form.server(Stream.concat(
                    IntStream.range(0, PROVIDERS)
                            .boxed()
                            .flatMap(provider ->
                                    IntStream.rangeClosed(1, HOSTS).mapToObj(number -> exchange(number, provider))),
                    below("mail."))
            .toArray(String[]::new)));

    /// Names every policy host.
    static final Pki.Identity POLICY =
            ROOT.issue(Pki.Form.server(below("mta-sts.").toArray(String[]::new)));

    static final RecordOutcome<StsRecord> RECORD = new RecordOutcome.Valid<>(new StsRecord("1"), "v=STSv1; id=1;");
    static final Pki.Identity OTHER = ROOT.issue(Pki.Form.server("other.example"));
    static final Pki.Identity LOST = ROOT.issue(Pki.Form.server("lost.example"));

    static final Certificates CERTIFICATES =
            Certificates.of(List.of(ROOT.observed(), ONE.observed(), OTHER.observed(), POLICY.observed()));

    final Map<String, DomainObservation> domains = new LinkedHashMap<>();
    final Map<String, HostObservation> hosts = new LinkedHashMap<>();
    final List<String> unobserved = new ArrayList<>();
    final Map<String, List<SmtpObservation>> dialogues = new HashMap<>();
    private final Random random;
    final Judge judge;

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

    private static Stream<String> below(String label) {
        return IntStream.range(0, DOMAINS)
                .boxed()
                .flatMap(number -> TLDS.stream().map(tld -> label + "d%d.%s".formatted(number, tld)));
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
        return switch (random.nextInt(24)) {
            case 0, 1 -> seen(name, mx, RECORD, policy("enforce", mx, POLICY));
            case 2 -> seen(name, mx, RECORD, policy("testing", mx, POLICY));
            case 3 -> seen(name, mx, RECORD, policy("none", mx, POLICY));
            case 4 -> seen(name, mx, RECORD, new PolicyFetch.NoAddress());
            case 5 -> seen(name, mx, RECORD, new PolicyFetch.HttpError(any(List.of(301, 404)), chain(POLICY)));
            case 6 -> seen(name, mx, RECORD, new PolicyFetch.HandshakeFailed(HandshakeFailure.ALERT, ""));
            case 7 -> seen(name, mx, RECORD, text("no policy", POLICY));
            case 8 -> seen(name, mx, RECORD, policy("enforce", fewer(mx), POLICY));
            case 9 -> seen(name, mx, RECORD, unproven(mx));
            case 10 ->
                seen(
                        name,
                        mx,
                        new RecordOutcome.Multiple<>(List.of("v=STSv1; id=1;", "v=STSv1; id=2;")),
                        new PolicyFetch.NotAsked());
            case 11 ->
                seen(name, mx, new RecordOutcome.Malformed<>("v=STSv1; id=!;", "id"), new PolicyFetch.NotAsked());
            case 12 -> seen(name, mx, new RecordOutcome.Unmeasured<>(DnsFailure.TIMEOUT), new PolicyFetch.NotAsked());
            default -> seen(name, mx, new RecordOutcome.Absent<>(), new PolicyFetch.NotAsked());
        };
    }

    /// What a policy host with another's certificate may serve.
    private PolicyFetch unproven(MxOutcome mx) {
        return switch (random.nextInt(5)) {
            case 0 -> policy("testing", fewer(mx), OTHER);
            case 1 -> policy("none", mx, OTHER);
            case 2 -> text("no policy", OTHER);
            case 3 -> new PolicyFetch.HttpError(404, chain(OTHER));
            default -> policy("enforce", mx, OTHER);
        };
    }

    static List<String> chain(Pki.Identity shown) {
        return List.of(shown.sha256());
    }

    static PolicyFetch.Fetched text(String text, Pki.Identity shown) {
        return new PolicyFetch.Fetched(text, false, "text/plain", chain(shown));
    }

    /// A policy with all MX hosts in it.
    static PolicyFetch policy(String mode, MxOutcome mx, Pki.Identity shown) {
        StringBuilder text = new StringBuilder("version: STSv1\nmode: %s\nmax_age: 604800\n".formatted(mode));
        if (mx instanceof MxOutcome.Hosts hosts) {
            hosts.exchanges().forEach(exchange -> text.append("mx: %s\n".formatted(exchange.host())));
        }
        return text(text.toString(), shown);
    }

    /// Without the last of the hosts, if there are several; else with another pattern for the one.
    private MxOutcome fewer(MxOutcome mx) {
        if (!(mx instanceof MxOutcome.Hosts hosts)) {
            return mx;
        }
        List<MailExchange> all = hosts.exchanges();
        String first = all.getFirst().host();
        List<MailExchange> covered = all.size() > 1
                ? all.subList(0, all.size() - 1)
                : List.of(new MailExchange(10, "*" + first.substring(first.indexOf('.', random.nextInt(5)))));
        return new MxOutcome.Hosts(covered, hosts.security(), hosts.ttl());
    }

    /// With name servers and aliases by chance.
    private DomainObservation seen(String name, MxOutcome mx, RecordOutcome<StsRecord> record, PolicyFetch policy) {
        List<String> ns = switch (random.nextInt(7)) {
            case 0, 1 -> List.of(DNS_A);
            case 2, 3 -> List.of(DNS_B);
            case 4 -> List.of(DNS_B, DNS_A);
            case 5 -> List.of("ns1." + name);
            default -> List.of();
        };
        DomainObservation bare = Seen.domain(name, mx, record, policy, new RecordOutcome.Absent<>());
        return with(bare, mx, record, policy, alias(name), alias(name), ns);
    }

    private Optional<String> alias(String name) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of("www." + name);
            case 1 -> Optional.of("sts%d.served.example".formatted(random.nextInt(2)));
            default -> Optional.empty();
        };
    }

    static DomainObservation with(
            DomainObservation seen, MxOutcome mx, RecordOutcome<StsRecord> record, PolicyFetch policy) {
        return with(seen, mx, record, policy, seen.stsAlias(), seen.policyAlias(), seen.ns());
    }

    static DomainObservation with(
            DomainObservation seen,
            MxOutcome mx,
            RecordOutcome<StsRecord> record,
            PolicyFetch policy,
            Optional<String> stsAlias,
            Optional<String> policyAlias,
            List<String> ns) {
        return new DomainObservation(
                seen.domain(),
                seen.observedAt(),
                mx,
                seen.mxAlias(),
                seen.spf(),
                seen.dmarc(),
                seen.dkim(),
                seen.openpgpkey(),
                seen.smimea(),
                record,
                stsAlias,
                policy,
                policyAlias,
                seen.tlsRpt(),
                ns,
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

    /// Who runs the name servers of a domain.
    List<String> operators(String domain) {
        return List.copyOf(TestCrawl.PROVIDERS.ofNameServers(
                Objects.requireNonNull(domains.get(domain)).ns()));
    }

    /// Who decides about a domain.
    List<String> parties(String domain, Party.Kind who) {
        return who == Party.Kind.DNS_OPERATOR ? operators(domain) : providers(domain);
    }
}
