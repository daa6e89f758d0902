package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Finding;

/// Whether the certificates of a set of MX hosts name the next-hop domain itself: the one name that a sender knows
/// without the DNS, and so the only one that it can hold a certificate of the Web PKI against where the MX answer is
/// insecure (RFC 7672 §1.3.2). Many domains share a set.
///
/// @param leaves the DNS names of each leaf, folded
/// @param untold the names of some leaf could not be told
record NextHopNames(Set<Set<String>> leaves, boolean untold) {

    static NextHopNames of(ExchangeSet set) {
        List<AddressJudgement> addresses =
                set.hosts().stream().flatMap(HostJudgement::deciding).toList();
        boolean allTold = set.hosts().stream().allMatch(HostJudgement::known)
                && addresses.stream().noneMatch(address -> address.row().certificateName() == Finding.UNMEASURED);
        return new NextHopNames(
                addresses.stream()
                        .filter(address -> address.row().certificateName() != Finding.UNMEASURED)
                        .flatMap(address -> address.leaf().stream())
                        .map(leaf -> Names.folded(leaf.dnsNames()))
                        .collect(Collectors.toUnmodifiableSet()),
                !allTold);
    }

    /// The finding for one of the domains; null where no address speaks TLS.
    @Nullable
    Finding of(String domain) {
        // RFC 9525 §6: subject alternative names only.
        if (leaves.stream().anyMatch(names -> !Names.match(names, domain))) {
            return Finding.NO;
        }
        if (untold) {
            return Finding.UNMEASURED;
        }
        return leaves.isEmpty() ? null : Finding.YES;
    }
}
