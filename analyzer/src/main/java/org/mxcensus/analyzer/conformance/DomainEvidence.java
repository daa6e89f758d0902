package org.mxcensus.analyzer.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.analyzer.judge.Previous;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.StsRecord;
import org.mxcensus.datasets.records.Sts;
import org.mxcensus.datasets.records.StsPolicy;

/// A whole domain of a case as a crawl would have seen it.
record DomainEvidence(
        String name,
        Instant at,
        Security mxSecurity,
        List<Exchange> mx,
        @Nullable Txt txt,
        @Nullable PolicyHost policy,
        @Nullable KeptPolicy kept,
        Material material) {
    private static final int TTL = 300;

    static DomainEvidence of(StsCase given, Material material) {
        return new DomainEvidence(
                given.domain(),
                given.at(),
                Security.INSECURE,
                given.mx(),
                given.txt(),
                given.policy(),
                given.previous(),
                material);
    }

    static DomainEvidence of(SendersCase given, Material material) {
        return new DomainEvidence(
                given.domain(),
                given.at(),
                given.mxSecurity(),
                given.mx(),
                given.txt(),
                given.policy(),
                given.previous(),
                material);
    }

    DomainObservation domain() {
        RecordOutcome<StsRecord> record = txt == null ? new RecordOutcome.Absent<>() : txt.select(Sts::select);
        return Domains.of(
                ExchangeEvidence.name(name),
                at,
                exchanges(),
                Optional.empty(),
                record,
                PolicyHost.seen(policy, record, material),
                new RecordOutcome.Absent<>());
    }

    private MxOutcome exchanges() {
        return mx.isEmpty()
                ? new MxOutcome.NullMx(mxSecurity, TTL)
                : new MxOutcome.Hosts(
                        hosts().stream().map(ExchangeEvidence::record).toList(), mxSecurity, TTL);
    }

    List<ExchangeEvidence> hosts() {
        return mx.stream().map(one -> new ExchangeEvidence(one, at, material)).toList();
    }

    Certificates certificates() {
        List<List<String>> chains = new ArrayList<>();
        mx.forEach(one -> chains.addAll(one.chains()));
        if (policy != null) {
            chains.add(policy.chain());
        }
        return material.certificates(chains);
    }

    Previous previous() {
        if (kept == null) {
            return Previous.NONE;
        }
        KeptPolicy given = kept;
        if (!(StsPolicy.parse(given.text()) instanceof StsPolicy.Parsed parsed)) {
            throw new IllegalArgumentException("the policy of \"previous\" is none");
        }
        Previous.Policy before = new Previous.Policy(given.seen(), given.id(), parsed.policy(), given.text());
        return new Previous() {
            @Override
            public Optional<Host> host(String host) {
                return Optional.empty();
            }

            @Override
            public Optional<Policy> policy(String domain) {
                return domain.equals(ExchangeEvidence.name(name)) ? Optional.of(before) : Optional.empty();
            }

            @Override
            public Certificates certificates() {
                return Certificates.of(List.of());
            }
        };
    }
}
