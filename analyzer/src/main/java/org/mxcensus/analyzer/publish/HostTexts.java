package org.mxcensus.analyzer.publish;

import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;

/// What is left of an observation of an MX host without the texts that servers and certificates say: how it was, not
/// what it said.
///
/// Rows are made anew column by column, so that a column that comes later does not compile until it was decided here
/// whether outsiders see it.
public final class HostTexts {
    private HostTexts() {}

    public static HostRow left(HostRow row) {
        return new HostRow(
                row.host(),
                row.observedAt(),
                row.registeredDomain(),
                row.aStatus(),
                row.aSecurity(),
                row.aFailure(),
                row.aTtl(),
                row.aaaaStatus(),
                row.aaaaSecurity(),
                row.aaaaFailure(),
                row.aaaaTtl(),
                row.addresses(),
                row.cname(),
                row.tlsaStatus(),
                row.tlsaBase(),
                row.tlsaSecurity(),
                row.tlsaTtl(),
                row.tlsa(),
                row.tlsaFailure(),
                row.edeCode(),
                null,
                row.zoneNs(),
                row.queries(),
                row.elapsedMs());
    }

    public static SmtpRow left(SmtpRow row) {
        return new SmtpRow(
                row.host(),
                row.ip(),
                row.observedAt(),
                row.outcome(),
                row.stage(),
                row.cause(),
                row.alert(),
                null,
                row.replyCode(),
                null,
                "",
                "",
                List.of(),
                "",
                List.of(),
                "",
                row.sni(),
                row.tls(),
                row.chain(),
                row.attempt(),
                row.notBefore(),
                row.reusedFrom(),
                row.reuseAgreed(),
                row.connectMs(),
                row.handshakeMs(),
                row.elapsedMs(),
                row.secondLooks().stream().map(HostTexts::left).toList());
    }

    private static SmtpRow.SecondLookCell left(SmtpRow.SecondLookCell look) {
        return new SmtpRow.SecondLookCell(
                look.purpose(),
                look.outcome(),
                look.stage(),
                look.cause(),
                look.alert(),
                null,
                look.replyCode(),
                null,
                look.tls(),
                look.chain());
    }

    public static CertificateRow left(CertificateRow row) {
        return new CertificateRow(
                row.sha256(),
                Binary.EMPTY,
                null,
                null,
                List.of(),
                List.of(),
                row.notBefore(),
                row.notAfter(),
                row.keyAlgorithm(),
                row.keySize(),
                row.signatureAlgorithm(),
                row.spkiSha256(),
                null,
                row.authority(),
                List.of());
    }
}
