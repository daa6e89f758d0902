package org.mxcensus.analyzer.publish;

import java.util.List;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// What is left of verdicts without the phrases that quote strangers: a policy's lines, a server's words, issuers'
/// names, which anybody writes into a certificate of his own.
///
/// Rows are made anew column by column, so that a column that comes later does not compile until it was decided here
/// whether outsiders see it.
public final class VerdictTexts {
    private VerdictTexts() {}

    public static DomainVerdictRow left(DomainVerdictRow row) {
        return new DomainVerdictRow(
                row.domain(),
                row.mail(),
                row.hosts(),
                row.dnssec(),
                row.starttls(),
                row.tls13(),
                row.certificateTrusted(),
                row.certificateName(),
                row.nextHopName(),
                row.tlsSound(),
                row.postQuantum(),
                row.chainComplete(),
                row.dane(),
                row.daneCause(),
                row.daneHost(),
                row.daneIp(),
                row.daneDeployed(),
                row.daneValid(),
                row.daneHosts(),
                row.mtaSts(),
                row.mtaStsMode(),
                row.mtaStsCause(),
                null,
                row.mtaStsHost(),
                List.of(),
                List.of(),
                row.tlsrpt(),
                row.authenticated(),
                row.deliveries(),
                row.provider(),
                row.selfHosted(),
                row.dnsOperators(),
                row.tlsTraits(),
                null);
    }

    public static ExchangeVerdictRow left(ExchangeVerdictRow row) {
        return new ExchangeVerdictRow(
                row.host(),
                row.addresses(),
                row.measured(),
                row.dnssec(),
                row.starttls(),
                row.tls13(),
                row.certificateTrusted(),
                row.certificateName(),
                row.tlsSound(),
                row.postQuantum(),
                row.chainComplete(),
                row.dane(),
                row.daneDeployed(),
                row.daneCause(),
                row.tlsTraits(),
                null);
    }

    public static HostVerdictRow left(HostVerdictRow row) {
        return new HostVerdictRow(
                row.host(),
                row.ip(),
                row.starttls(),
                row.tls13(),
                row.certificateTrusted(),
                row.certificateFault(),
                row.certificateName(),
                row.dane(),
                row.daneCause(),
                row.daneMatch(),
                row.certificate(),
                row.tlsGrade(),
                row.tlsFlaws(),
                row.postQuantum(),
                row.chain(),
                null,
                row.tlsTraits());
    }
}
