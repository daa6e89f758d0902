package org.mxcensus.analyzer.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DomainVerdictRow;

/// MX hosts with one trait each, and the domains that use them.
final class World {
    static final Pki.Identity ROOT = Pki.root("trusted root");
    static final Pki.Identity POLICY = ROOT.issue(Pki.Form.server("mta-sts.example.nl"));
    private static final Pki.Identity WRONG = ROOT.issue(Pki.Form.server("elsewhere.example"));

    static final SmtpOutcome UNREACHABLE = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);
    static final SmtpOutcome NO_STARTTLS = new SmtpOutcome.StartTlsNotOffered();
    static final SmtpOutcome NO_SERVICE = new SmtpOutcome.NoService(new SmtpReply(521, "no mail"));

    private final Map<String, HostJudgement> hosts = new HashMap<>();
    private final List<CertificateObservation> certificates = new ArrayList<>(List.of(POLICY.observed()));
    private final Judge judge = new Judge(TestCrawl.roots(ROOT), TestCrawl.PROVIDERS, Reach.BOTH, Previous.NONE);

    World() {
        for (String trait : List.of("valid", "valid2")) {
            Pki.Identity leaf = leaf(trait);
            add(trait, Security.SECURE, Seen.found(name(trait), Seen.tlsa(3, 1, 1, leaf)), Seen.tls(leaf));
        }
        Pki.Identity mismatch = leaf("mismatch");
        add("mismatch", Security.SECURE, Seen.found(name("mismatch"), Seen.tlsa(3, 1, 1, WRONG)), Seen.tls(mismatch));
        Pki.Identity unusable = leaf("unusable");
        add("unusable", Security.SECURE, Seen.found(name("unusable"), Seen.tlsa(1, 1, 1, WRONG)), Seen.tls(unusable));
        Pki.Identity plain = leaf("plain");
        add("plain", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE), Seen.tls(plain));
        Pki.Identity old = leaf("old");
        add("old", Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE), Seen.tls("TLSv1.2", old));
        certificates.add(WRONG.observed());
        add("wrongname", Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE), Seen.tls(WRONG));
        Pki.Identity self = Pki.selfSigned(Pki.Form.server(name("selfsigned")));
        certificates.add(self.observed());
        add("selfsigned", Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE), Seen.tls(self));
        add("notls", Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE), NO_STARTTLS);
        add("tlsanotls", Security.SECURE, Seen.found(name("tlsanotls"), Seen.tlsa(3, 1, 1, WRONG)), NO_STARTTLS);
        add("dead", Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE), UNREACHABLE);
        add("tlsadead", Security.SECURE, Seen.found(name("tlsadead"), Seen.tlsa(3, 1, 1, WRONG)), UNREACHABLE);
        add("noservice", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE), NO_SERVICE);
        Pki.Identity bogus = leaf("bogus");
        add("bogus", Security.SECURE, failed("bogus", DnsFailure.BOGUS), Seen.tls(bogus));
        add("timeout", Security.SECURE, failed("timeout", DnsFailure.TIMEOUT), Seen.tls(bogus));
        judge(
                Seen.host(
                        name("noaddress"),
                        new Answer.NoData<>(Security.SECURE),
                        new Answer.NoData<>(Security.SECURE),
                        new TlsaOutcome.NotAsked()),
                List.of());
        judge(
                Seen.host(
                        name("lookup"),
                        new Answer.Failed<>(DnsFailure.SERVFAIL),
                        new Answer.NoData<>(Security.SECURE),
                        new TlsaOutcome.NotAsked()),
                List.of());
        scanned();
        anchored();
    }

    /// A host of a scan that looked at one address and asked no resolver.
    private void scanned() {
        judge(
                Seen.host(
                        name("scanned"),
                        new Answer.Found<>(List.of(Seen.IP4), Security.UNKNOWN, 0),
                        new Answer.Failed<>(DnsFailure.NOT_ASKED),
                        new TlsaOutcome.NotAsked()),
                List.of(Seen.smtp(name("scanned"), Seen.IP4, Seen.tls(leaf("scanned")))));
    }

    /// Certificates that policy hosts show.
    World with(Pki.Identity... more) {
        Arrays.stream(more).map(Pki.Identity::observed).forEach(certificates::add);
        return this;
    }

    /// A host whose certificate names its customer's domain only (RFC 7672 §3.2.2).
    private void anchored() {
        Pki.Identity leaf = ROOT.issue(Pki.Form.server("example.nl"));
        certificates.add(leaf.observed());
        certificates.add(ROOT.observed());
        judge(
                Seen.host(name("anchored"), Security.SECURE, Seen.found(name("anchored"), Seen.tlsa(2, 0, 1, ROOT))),
                List.of(Seen.smtp(name("anchored"), Seen.IP4, Seen.tls(leaf, ROOT))));
    }

    static String name(String trait) {
        return trait + ".mx.example";
    }

    private static TlsaOutcome failed(String trait, DnsFailure failure) {
        return new TlsaOutcome.Failed(name(trait), failure, List.of());
    }

    private Pki.Identity leaf(String trait) {
        Pki.Identity leaf = ROOT.issue(Pki.Form.server(name(trait)));
        certificates.add(leaf.observed());
        return leaf;
    }

    private void add(String trait, Security security, TlsaOutcome tlsa, SmtpOutcome outcome) {
        judge(Seen.host(name(trait), security, tlsa), List.of(Seen.smtp(name(trait), Seen.IP4, outcome)));
    }

    HostJudgement judge(HostObservation host, List<SmtpObservation> seen) {
        HostJudgement judgement = judge.judgeHost(host, seen, Certificates.of(certificates));
        hosts.put(host.host(), judgement);
        return judgement;
    }

    HostJudgement host(String trait) {
        return find(name(trait)).orElseThrow();
    }

    Optional<HostJudgement> find(String host) {
        return Optional.ofNullable(hosts.get(host));
    }

    DomainVerdictRow judge(DomainObservation domain) {
        return judge.judgeDomain(domain, host -> Optional.ofNullable(hosts.get(host)), Certificates.of(certificates));
    }

    /// A domain with equally preferred hosts of these traits.
    DomainVerdictRow domain(Security security, String... traits) {
        return judge(Seen.domain(
                "example.nl",
                Seen.mx(security, Arrays.stream(traits).map(World::name).toArray(String[]::new))));
    }
}
