package org.mxcensus.analyzer.judge;

import java.util.List;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// The two verdicts that need no MX host.
final class DomainVerdicts {
    private DomainVerdicts() {}

    /// A domain that accepts no mail: how its mail travels does not arise.
    ///
    /// @param security of the MX answer or its denial
    static DomainVerdictRow noMail(String domain, Security security) {
        return new DomainVerdictRow(
                domain,
                Finding.NO,
                List.of(),
                Finding.of(security == Security.SECURE),
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
                false);
    }

    /// A domain whose MX answer could not be had: nothing can be told.
    static DomainVerdictRow unmeasured(String domain) {
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
                DaneStatus.UNMEASURED,
                DaneCause.NOT_MEASURED,
                null,
                null,
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
                Deliveries.all(SenderOutcome.UNMEASURED),
                null,
                false);
    }
}
