package org.mxcensus.datasets.observation;

import java.util.List;

/// What the look-up of a host's TLSA RRset gave, in the order of RFC 7672 §2.2.2.
public sealed interface TlsaOutcome {

    /// A secure RRset.
    ///
    /// @param base the TLSA base domain: the owner name without its port and protocol labels (RFC 7672 §2.2.3)
    /// @param ttl remaining time to live in seconds
    record Found(String base, List<TlsaRecord> records, long ttl) implements TlsaOutcome {
        public Found {
            records = List.copyOf(records);
        }
    }

    /// An RRset that nobody can trust: of interest to a survey, without effect on a sender (RFC 7672 §2.2).
    record FoundInsecure(String base, List<TlsaRecord> records, long ttl) implements TlsaOutcome {
        public FoundInsecure {
            records = List.copyOf(records);
        }
    }

    /// Denied, securely or not.
    record Absent(Security security) implements TlsaOutcome {}

    /// The look-up failed at this base domain. Below a secure host a sender defers (RFC 7672 §2.1.2).
    record Failed(String base, DnsFailure failure, List<ExtendedError> errors) implements TlsaOutcome {
        public Failed {
            errors = List.copyOf(errors);
        }
    }

    /// Not asked: the host has no address, its addresses could not be had, or they come from a scan of others.
    record NotAsked() implements TlsaOutcome {}
}
