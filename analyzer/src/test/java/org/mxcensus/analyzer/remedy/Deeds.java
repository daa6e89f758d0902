package org.mxcensus.analyzer.remedy;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.judge.AddressJudgement;
import org.mxcensus.analyzer.judge.HostJudgement;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// What the judge says of a world in which somebody has done something.
record Deeds(ObservedWorld world) {

    private boolean isTreated(String domain, Predicate<String> party, Lever lever) {
        return lever == Lever.SIGNED_ZONES
                ? !world.operators(domain).isEmpty()
                        && world.operators(domain).stream().allMatch(party)
                : world.providers(domain).stream().anyMatch(party);
    }

    /// The verdicts when the MX hosts and the domains of some parties have been treated.
    Map<String, DomainVerdictRow> judged(Predicate<String> party, Lever lever) {
        boolean zones = lever == Lever.SIGNED_DOMAINS || lever == Lever.TOGETHER || lever == Lever.SIGNED_ZONES;
        Map<String, DomainObservation> treated = new LinkedHashMap<>(world.domains);
        Map<String, HostObservation> served = new HashMap<>(world.hosts);
        world.domains.forEach((name, domain) -> {
            if (domain.mx() instanceof MxOutcome.Hosts mx && isTreated(name, party, lever)) {
                if (zones) {
                    MxOutcome signed = new MxOutcome.Hosts(mx.exchanges(), Security.SECURE, mx.ttl());
                    treated.put(name, ObservedWorld.with(domain, signed, domain.stsRecord(), domain.stsPolicy()));
                    served.computeIfPresent("mail." + name, (_, host) -> signed(host));
                }
                if (lever == Lever.HOSTED_STS) {
                    treated.put(
                            name,
                            ObservedWorld.with(
                                    domain,
                                    mx,
                                    ObservedWorld.RECORD,
                                    ObservedWorld.policy("enforce", mx, ObservedWorld.POLICY)));
                }
            }
        });
        served.replaceAll((name, host) -> party.test(TestCrawl.PROVIDERS.ofHost(name)) ? treated(host, lever) : host);
        return judged(treated, served, world.dialogues);
    }

    /// The verdicts when what is at fault at some hosts was mended. Where right records would not do, nobody can tell
    /// how the host stands after that, as if it had not been tried.
    Map<String, DomainVerdictRow> mended(List<String> faulty) {
        Map<String, HostObservation> served = new HashMap<>(world.hosts);
        Map<String, List<SmtpObservation>> told = new HashMap<>(world.dialogues);
        for (String name : faulty) {
            HostObservation mended = published(signed(Objects.requireNonNull(world.hosts.get(name))));
            served.put(name, mended);
            DaneStatus status = judge(mended, world.dialogues).summary().dane();
            if (status != DaneStatus.VALID && status != DaneStatus.UNMEASURED && status != DaneStatus.LOOKUP_FAILED) {
                told.put(name, List.of());
            }
        }
        return judged(world.domains, served, told);
    }

    /// What the judge says of a domain's MTA-STS when a fault of its record, its policy host or its policy was mended:
    /// in each world that may lie behind the fault.
    Set<StsStatus> announced(String name, StsCause fault) {
        DomainObservation domain = Objects.requireNonNull(world.domains.get(name));
        return policies(domain, fault)
                .map(policy -> ObservedWorld.with(domain, domain.mx(), ObservedWorld.RECORD, policy))
                .map(mended -> judged(Map.of(name, mended), world.hosts, world.dialogues)
                        .get(name))
                .map(verdict -> Objects.requireNonNull(verdict).mtaSts())
                .collect(toSet());
    }

    private static Stream<PolicyFetch> policies(DomainObservation domain, StsCause fault) {
        return switch (fault) {
            case MX_NOT_COVERED -> Stream.of(ObservedWorld.policy("enforce", domain.mx(), ObservedWorld.POLICY));
            case POLICY_CERTIFICATE ->
                Stream.of(
                        domain.stsPolicy() instanceof PolicyFetch.Fetched fetched
                                ? ObservedWorld.text(fetched.text(), ObservedWorld.POLICY)
                                : new PolicyFetch.HttpError(404, ObservedWorld.chain(ObservedWorld.POLICY)));
            default ->
                Stream.of(
                        ObservedWorld.policy("enforce", domain.mx(), ObservedWorld.POLICY),
                        ObservedWorld.policy("none", domain.mx(), ObservedWorld.POLICY));
        };
    }

    /// What the judge says of MTA-STS when some hosts do TLS at all addresses, or show a certificate that names them:
    /// in each world that may lie behind the fault.
    Map<String, Set<StsStatus>> proven(List<String> faulty, StsCause fault) {
        Map<String, Set<StsStatus>> statuses = new HashMap<>();
        for (Pki.Identity shown : List.of(
                ObservedWorld.ONE, fault == StsCause.MX_WITHOUT_TLS ? ObservedWorld.OTHER : ObservedWorld.ONE)) {
            Map<String, List<SmtpObservation>> told = new HashMap<>(world.dialogues);
            faulty.forEach(name -> told.computeIfPresent(name, (_, seen) -> proven(name, seen, fault, shown)));
            judged(world.domains, world.hosts, told)
                    .forEach((name, verdict) ->
                            statuses.computeIfAbsent(name, _ -> new HashSet<>()).add(verdict.mtaSts()));
        }
        return statuses;
    }

    private List<SmtpObservation> proven(String name, List<SmtpObservation> seen, StsCause fault, Pki.Identity shown) {
        Map<String, HostVerdictRow> rows =
                judge(Objects.requireNonNull(world.hosts.get(name)), world.dialogues).addresses().stream()
                        .collect(toMap(address -> address.row().ip(), AddressJudgement::row));
        return seen.stream()
                .map(one -> isFaulty(rows.get(one.ip()), fault) ? Seen.smtp(name, one.ip(), Seen.tls(shown)) : one)
                .toList();
    }

    private static boolean isFaulty(HostVerdictRow row, StsCause fault) {
        return fault == StsCause.MX_WITHOUT_TLS
                ? row.starttls() == Finding.NO
                : row.certificateTrusted() == Finding.NO || row.certificateName() == Finding.NO;
    }

    /// The verdicts on all MX world.hosts.
    List<ExchangeVerdictRow> exchanges() {
        return world.hosts.values().stream()
                .map(host -> judge(host, world.dialogues).summary())
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
                name,
                world.judge.judgeDomain(
                        domain, host -> Optional.ofNullable(judgements.get(host)), ObservedWorld.CERTIFICATES)));
        return verdicts;
    }

    private HostJudgement judge(HostObservation host, Map<String, List<SmtpObservation>> told) {
        return world.judge.judgeHost(host, told.getOrDefault(host.host(), List.of()), ObservedWorld.CERTIFICATES);
    }

    private HostObservation treated(HostObservation host, Lever lever) {
        return switch (lever) {
            case TLSA -> published(host);
            case SIGNED_HOSTS, TOGETHER -> published(signed(host));
            case SIGNED_DOMAINS, SIGNED_ZONES, HOSTED_STS -> host;
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
        return new TlsaRecord[] {
            Seen.tlsa(3, 1, 1, ObservedWorld.ONE),
            Seen.tlsa(3, 1, 1, ObservedWorld.OTHER),
            Seen.tlsa(3, 1, 1, ObservedWorld.LOST)
        };
    }

    private static HostObservation with(
            HostObservation host, Answer<List<String>> a, Answer<List<String>> aaaa, TlsaOutcome tlsa) {
        return Seen.host(host.host(), a, aaaa, tlsa);
    }
}
