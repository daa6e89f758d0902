package org.mxcensus.analyzer.judge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.records.StsPolicy;

/// What the crawl before saw, as far as verdicts lean on it. Safe for use by several threads.
public interface Previous {

    /// There was no crawl before, or nothing is to be made of it.
    Previous NONE = new Previous() {
        @Override
        public Optional<Host> host(String host) {
            return Optional.empty();
        }

        @Override
        public Optional<Policy> policy(String domain) {
            return Optional.empty();
        }

        @Override
        public Certificates certificates() {
            return Certificates.of(List.of());
        }
    };

    /// An MX host with a secure TLSA RRset, then or now.
    ///
    /// @param tlsa its secure RRset then; empty where there was none
    /// @param chains by address: SHA-256 of each certificate, as sent
    record Host(List<TlsaRecord> tlsa, Map<String, List<String>> chains) {
        public Host {
            tlsa = List.copyOf(tlsa);
            chains = Map.copyOf(chains);
        }
    }

    /// A policy that a sender could fetch and use then.
    ///
    /// @param seen when
    /// @param id of the record then
    /// @param text the policy as sent
    record Policy(Instant seen, String id, StsPolicy policy, String text) {}

    Optional<Host> host(String host);

    Optional<Policy> policy(String domain);

    /// Whether a sender may have got a policy then, for all that could be told.
    default boolean missedPolicy(String domain) {
        return false;
    }

    /// The certificates of the hosts' chains.
    Certificates certificates();
}
