package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.provider.Shown;
import org.mxcensus.datasets.observation.ConnectFailure;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;

/// What a mail server says of itself, and what of that can be relied on.
class OwnNamesTest {
    private static final String HOST = "mx.example.nl";
    private static final Pki.Identity ROOT = Pki.root("an authority");
    private static final Pki.Identity LEAF = ROOT.issue(Pki.Form.server("mx.google.com", "*.google.com"));

    @Test
    void aTrustedCertificateTellsItsNames() {
        assertThat(names(TestCrawl.roots(ROOT), said("", "")).certified())
                .containsExactlyInAnyOrder("mx.google.com", "*.google.com");
    }

    @Test
    void anyoneCanMakeAnotherOne() {
        assertThat(names(TestCrawl.roots(), said("", "")).certified()).isEmpty();
    }

    @Test
    void aGreetingBeginsWithAName() {
        assertThat(names(TestCrawl.roots(), said("MX.Google.com ESMTP a1b2", "mx.google.com at your service"))
                        .spoken())
                .containsOnly("mx.google.com");
        assertThat(names(TestCrawl.roots(), said("ESMTP ready", "localhost")).spoken())
                .as("that is no domain name")
                .isEmpty();
    }

    @Test
    void whatANetworkCallsItsCustomersMachinesTellsNothing() {
        assertThat(names(TestCrawl.roots(), said("host-192-0-2-1.aruba.it ESMTP", "1.2.0.192.static.telenet.be"))
                        .spoken())
                .isEmpty();
    }

    @Test
    void whoWasNotReachedShowsNothing() {
        SmtpOutcome silent = new SmtpOutcome.NotConnected(SmtpStage.CONNECT, ConnectFailure.TIMED_OUT);

        assertThat(new OwnNames(new Chains(TestCrawl.roots()), Certificates.of(List.of()))
                        .of(Seen.smtp(HOST, Seen.IP4, silent)))
                .isEqualTo(new Shown(List.of(), List.of()));
    }

    private static Shown names(TrustRoots roots, SmtpDialogue dialogue) {
        return new OwnNames(new Chains(roots), Certificates.of(List.of(LEAF.observed())))
                .of(SmtpObservation.first(HOST, Seen.IP4, Pki.NOW, HOST, Seen.tls(LEAF), dialogue, 1, 1, 2));
    }

    private static SmtpDialogue said(String banner, String ehloName) {
        return new SmtpDialogue(banner, ehloName, List.of(), "", List.of(), "");
    }
}
