package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.domain.DomainFindings;
import org.mxcensus.crawler.domain.DomainProbe;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.Table;

/// The first stage: a domain's records and its MTA-STS policy.
final class DomainStage implements Stage<String, DomainRow> {
    private final DomainProbe probe;
    private final OptOutSource optOut;
    private final Clock clock;
    private final String vantage;

    DomainStage(DomainProbe probe, OptOutSource optOut, Clock clock, String vantage) {
        this.probe = probe;
        this.optOut = optOut;
        this.clock = clock;
        this.vantage = vantage;
    }

    @Override
    public Table<DomainRow> table() {
        return Table.DOMAINS;
    }

    @Override
    public String key(String domain) {
        return domain;
    }

    @Override
    public String keyOf(DomainRow row) {
        return row.domain();
    }

    @Override
    public boolean admits(String domain) {
        return !optOut.current().covers(domain);
    }

    @Override
    public Look<DomainRow> begin(String domain) {
        return () -> {
            Channels.requireDomain(domain);
            DomainFindings result = probe.probe(domain);
            return new Seen<>(DomainMapping.toRow(result.observation()), result.certificates());
        };
    }

    @Override
    public DomainRow internalError(String domain, Throwable bug) {
        return DomainMapping.toRow(new DomainObservation(
                domain,
                clock.instant(),
                new MxOutcome.Unmeasured(DnsFailure.INTERNAL_ERROR, List.of()),
                Optional.empty(),
                new RecordOutcome.Unmeasured<>(DnsFailure.INTERNAL_ERROR),
                new RecordOutcome.Unmeasured<>(DnsFailure.INTERNAL_ERROR),
                Hint.UNMEASURED,
                Hint.UNMEASURED,
                Hint.UNMEASURED,
                new RecordOutcome.Unmeasured<>(DnsFailure.INTERNAL_ERROR),
                Optional.empty(),
                new PolicyFetch.InternalError(bug.toString()),
                Optional.empty(),
                new RecordOutcome.Unmeasured<>(DnsFailure.INTERNAL_ERROR),
                List.of(),
                0,
                0,
                vantage));
    }

    @Override
    public String outcome(DomainRow row) {
        return row.mxStatus().name();
    }

    @Override
    public boolean measured(DomainRow row) {
        return row.mxStatus() != MxStatus.UNMEASURED;
    }

    /// The hosts that follow from a domain.
    ///
    /// @param implicitMx whether an unsigned domain's own addresses are of interest too: where there is no MX, most
    ///     domains are web sites that no mail server stands behind (RFC 5321 §5.1 would have one try all the same)
    static List<String> hosts(DomainRow row, boolean implicitMx) {
        boolean ownAddress = row.mxStatus() == MxStatus.IMPLICIT && (implicitMx || row.mxSecurity() == Security.SECURE);
        return ownAddress
                ? List.of(row.domain())
                : row.mx().stream()
                        .map(DomainRow.Mx::host)
                        .filter(host -> !host.isEmpty())
                        .distinct()
                        .toList();
    }
}
