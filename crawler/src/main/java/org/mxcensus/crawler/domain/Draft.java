package org.mxcensus.crawler.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.datasets.observation.DmarcRecord;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.SpfRecord;
import org.mxcensus.datasets.observation.TlsRptRecord;

/// The answers of one probe, before they become an observation.
///
/// @param addresses the domain's own, as far as they were asked for
/// @param textQueries sent for the records that come straight from TXT: SPF, DMARC, TLSRPT
record Draft(
        Lookup<List<MailExchange>> mx,
        List<Lookup<List<String>>> addresses,
        RecordOutcome<SpfRecord> spf,
        RecordOutcome<DmarcRecord> dmarc,
        StsFindings sts,
        RecordOutcome<TlsRptRecord> tlsRpt,
        HintFindings hints,
        NsFindings ns,
        int textQueries) {

    /// A domain that does not exist: nothing else was asked.
    static Draft missing(Lookup<List<MailExchange>> mx) {
        return new Draft(
                mx,
                List.of(),
                new RecordOutcome.NotAsked<>(),
                new RecordOutcome.NotAsked<>(),
                StsFindings.notAsked(),
                new RecordOutcome.NotAsked<>(),
                HintFindings.all(Hint.NOT_ASKED),
                NsFindings.NONE,
                0);
    }

    /// A domain whose zone gives no answers: MX and TXT were asked for, the rest cannot be told either.
    ///
    /// @param hints whether the crawl wants them
    static Draft unreachable(Lookup<List<MailExchange>> mx, DnsFailure failure, int textQueries, boolean hints) {
        return new Draft(
                mx,
                List.of(),
                new RecordOutcome.Unmeasured<>(failure),
                new RecordOutcome.Unmeasured<>(failure),
                StsFindings.unmeasured(failure),
                new RecordOutcome.Unmeasured<>(failure),
                HintFindings.all(hints ? Hint.UNMEASURED : Hint.NOT_ASKED),
                NsFindings.NONE,
                textQueries);
    }

    DomainFindings finish(String domain, Instant observedAt, Duration elapsed, String vantage) {
        DomainObservation observation = new DomainObservation(
                domain,
                observedAt,
                MxFindings.outcome(mx, addresses.stream().map(Lookup::answer).toList()),
                mx.end(),
                spf,
                dmarc,
                hints.dkim(),
                hints.openpgpkey(),
                hints.smimea(),
                sts.record(),
                sts.alias(),
                sts.visit().outcome(),
                sts.visit().alias(),
                tlsRpt,
                ns.names(),
                queries(),
                elapsed.toMillis(),
                vantage);
        return new DomainFindings(observation, sts.visit().certificates());
    }

    private int queries() {
        int own = addresses.stream().mapToInt(Lookup::queries).sum();
        return mx.queries() + own + textQueries + sts.queries() + hints.queries() + ns.queries();
    }
}
