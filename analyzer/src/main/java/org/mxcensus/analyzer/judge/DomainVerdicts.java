package org.mxcensus.analyzer.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;
import org.mxcensus.datasets.schema.TlsFailure;
import org.mxcensus.datasets.schema.TlsTraits;

/// The two verdicts that need no MX host.
final class DomainVerdicts {
    private DomainVerdicts() {}

    /// A domain that accepts no mail: how its mail travels does not arise.
    ///
    /// @param security of the MX answer or its denial
    /// @param dnsOperators see [DomainVerdictRow], as below
    static DomainVerdictRow noMail(String domain, Security security, @Nullable List<String> dnsOperators) {
        return new DomainVerdictRow(
                domain,
                Finding.NO,
                List.of(),
                Findings.secure(security),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                DaneHosts.NONE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                Deliveries.all(SenderOutcome.NO_MAIL),
                null,
                false,
                dnsOperators,
                TlsTraits.NONE,
                null);
    }

    /// A domain whose MX answer could not be had: nothing can be told but what senders do that validate.
    static DomainVerdictRow unmeasured(String domain, DnsFailure failure, @Nullable List<String> dnsOperators) {
        return new DomainVerdictRow(
                domain,
                Finding.UNMEASURED,
                List.of(),
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                DaneStatus.UNMEASURED,
                DaneCause.NOT_MEASURED,
                null,
                null,
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                DaneHosts.NONE,
                StsStatus.UNMEASURED,
                null,
                StsCause.MX_NOT_MEASURED,
                null,
                null,
                List.of(),
                List.of(),
                Finding.UNMEASURED,
                Finding.UNMEASURED,
                deliveries(failure),
                null,
                false,
                dnsOperators,
                TlsTraits.UNMEASURED,
                null);
    }

    /// RFC 7672 §2.1.1: a bogus answer means delay to those that follow DANE; others may not even notice.
    private static Deliveries deliveries(DnsFailure failure) {
        Deliveries unmeasured = Deliveries.all(SenderOutcome.UNMEASURED);
        if (failure != DnsFailure.BOGUS) {
            return unmeasured;
        }
        Delivery deferred = new Delivery(SenderOutcome.DEFERRED, TlsFailure.DNSSEC_INVALID, null);
        return new Deliveries(
                unmeasured.opportunistic(), deferred, deferred, unmeasured.mtaSts(), unmeasured.mtaStsWarm(), deferred);
    }
}
