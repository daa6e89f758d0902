package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.analyzer.judge.Previous;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.MxOutcome;

/// A case of DANE as a crawl would have seen it.
record DaneEvidence(DaneCase of, Material material) {
    private static final int TTL = 300;

    ExchangeEvidence exchange() {
        return new ExchangeEvidence(Exchange.of(of), of.at(), material);
    }

    DomainObservation domain() {
        return Domains.plain(
                ExchangeEvidence.name(of.domain()),
                of.at(),
                new MxOutcome.Hosts(List.of(exchange().record()), of.mxSecurity(), TTL),
                Optional.ofNullable(of.mxAlias()).map(ExchangeEvidence::name));
    }

    Certificates certificates() {
        return material.certificates(Exchange.of(of).chains());
    }

    Previous previous() {
        DaneCase.@Nullable Before before = of.previous();
        if (before == null) {
            return Previous.NONE;
        }
        Previous.Host host = new Previous.Host(
                TlsaText.parse(before.tlsa()), Map.of(ExchangeEvidence.ADDRESS, material.digests(before.chain())));
        return new Previous() {
            @Override
            public Optional<Host> host(String name) {
                return name.equals(ExchangeEvidence.name(of.host())) ? Optional.of(host) : Optional.empty();
            }

            @Override
            public Optional<Policy> policy(String domain) {
                return Optional.empty();
            }

            @Override
            public Certificates certificates() {
                return material.certificates(List.of(before.chain()));
            }
        };
    }
}
