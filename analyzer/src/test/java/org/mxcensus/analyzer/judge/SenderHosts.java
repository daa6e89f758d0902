package org.mxcensus.analyzer.judge;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.HandshakeFailure;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DomainVerdictRow;

/// The hosts of [World], and more at which senders fail in ways of their own.
final class SenderHosts {
    static final Pki.Identity OTHER_NAME = World.ROOT.issue(Pki.Form.server("example.nl"));
    private static final SmtpOutcome HANDSHAKE =
            new SmtpOutcome.HandshakeFailed(HandshakeFailure.ALERT, Optional.of("handshake_failure"), "");

    private final World world = new World().with(World.ROOT, OTHER_NAME);
    private final Certificates policies = Certificates.of(List.of(World.POLICY.observed(), OTHER_NAME.observed()));

    SenderHosts() {
        TlsaOutcome none = new TlsaOutcome.Absent(Security.INSECURE);
        add("handshake", Security.INSECURE, none, HANDSHAKE);
        tlsa("tlsahandshake", 3, World.ROOT, HANDSHAKE);
        tlsa("nocertificate", 3, World.ROOT, Seen.tls());

        Pki.Identity expired = World.ROOT.issue(Pki.Form.server(World.name("expired"))
                .valid(Pki.NOW.minus(Duration.ofDays(9)), Pki.NOW.minus(Duration.ofDays(1))));
        world.with(expired);
        add("expired", Security.INSECURE, none, Seen.tls(expired));
        tlsa("tlsaexpired", 2, World.ROOT, Seen.tls(expired, World.ROOT));

        Pki.Identity stranger = World.ROOT.issue(Pki.Form.server("elsewhere.example"));
        world.with(stranger);
        tlsa("tlsaname", 2, World.ROOT, Seen.tls(stranger, World.ROOT));

        Pki.Identity namesake = Pki.root("trusted root");
        Pki.Identity leaf = World.ROOT.issue(Pki.Form.server(World.name("tlsapath")));
        world.with(namesake, leaf);
        tlsa("tlsapath", 2, namesake, Seen.tls(leaf, namesake));
    }

    private void tlsa(String trait, int usage, Pki.Identity of, SmtpOutcome outcome) {
        add(trait, Security.SECURE, Seen.found(World.name(trait), Seen.tlsa(usage, 1, 1, of)), outcome);
    }

    private void add(String trait, Security security, TlsaOutcome tlsa, SmtpOutcome outcome) {
        world.judge(
                Seen.host(World.name(trait), security, tlsa), List.of(Seen.smtp(World.name(trait), Seen.IP4, outcome)));
    }

    /// The judge of many domains over these hosts.
    DomainJudge judge(Previous previous) {
        return new Judge(TestCrawl.roots(World.ROOT), TestCrawl.PROVIDERS, Reach.BOTH, previous)
                .domains(this::find, policies);
    }

    DomainVerdictRow judge(DomainObservation domain) {
        return judge(Previous.NONE).judge(domain);
    }

    private Optional<HostJudgement> find(String host) {
        return world.find(host);
    }

    /// MX hosts by their traits: most preferred first, with `=` between those that are equally preferred.
    static MxOutcome mx(Security security, String preferences) {
        String[] groups = preferences.split(" ");
        List<MailExchange> exchanges = IntStream.range(0, groups.length)
                .boxed()
                .flatMap(i ->
                        Arrays.stream(groups[i].split("=")).map(trait -> new MailExchange(10 * i, World.name(trait))))
                .toList();
        return new MxOutcome.Hosts(exchanges, security, 300);
    }
}
