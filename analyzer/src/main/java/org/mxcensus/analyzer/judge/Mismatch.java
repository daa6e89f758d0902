package org.mxcensus.analyzer.judge;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.TlsaRecord;

/// A chain that no usable TLSA record matches, with what there is to tell why.
///
/// @param published the RRset, unusable records included
/// @param chain as sent
/// @param at when it was seen
/// @param before what the crawl before saw at this address; empty where it saw nothing
/// @param issuers finds authorities that were not sent
record Mismatch(List<TlsaRecord> published, Chain.Parsed chain, Instant at, Optional<Before> before, Issuers issuers) {

    /// @param records the secure RRset then; empty where there was none
    /// @param chain that the same address showed
    record Before(List<TlsaRecord> records, Chain.Parsed chain) {
        Before {
            records = List.copyOf(records);
        }
    }

    Mismatch {
        published = List.copyOf(published);
    }

    List<TlsaRecord> effective() {
        return TlsaRules.effective(published);
    }

    /// Every certificate sent, the leaf first.
    List<X509Certificate> sent() {
        return Stream.concat(Stream.of(chain.leaf()), chain.others().stream()).toList();
    }

    /// The certificates of a chain that a record names: the leaf under DANE-EE(3), those above it under DANE-TA(2).
    static Stream<X509Certificate> named(TlsaRecord record, Chain.Parsed chain) {
        List<X509Certificate> path = chain.path();
        return (record.usage() == TlsaRules.DANE_EE ? path.subList(0, 1) : path.subList(1, path.size()))
                .stream().filter(certificate -> TlsaRules.matches(record, certificate));
    }
}
