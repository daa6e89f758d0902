package org.mxcensus.analyzer.judge;

import java.util.List;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;

/// What comparing a server's chain with its TLSA records gave.
sealed interface DaneMatch {

    record Matched(TlsaRecord record) implements DaneMatch {}

    /// A DANE-TA(2) record matches, its path is good, and the leaf does not name the TLSA base domain.
    ///
    /// @param names of the leaf, one of which may be the next-hop domain (RFC 7672 §3.2.2)
    record OtherName(TlsaRecord record, List<String> names) implements DaneMatch {
        public OtherName {
            names = List.copyOf(names);
        }
    }

    /// @param cause what the path to a trust anchor that was sent lacks; NO_MATCH where no record names one that was
    record NoMatch(DaneCause cause) implements DaneMatch {}
}
