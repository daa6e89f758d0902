package org.mxcensus.crawler.source;

/// Counts signed domains while a zone passes by, as long as each one's DS records lie right before or right behind
/// its NS records. In an ordered zone they nearly always do.
final class SignedNeighbours {
    private long count;
    private boolean isCurrentSigned;
    private boolean isWaiting;
    private long waiting;
    private boolean areAll = true;

    /// Sees the first NS record of a domain.
    void begun(long hash) {
        isCurrentSigned = isWaiting && hash == waiting;
        count += isCurrentSigned ? 1 : 0;
        areAll &= !isWaiting || isCurrentSigned;
        isWaiting = false;
    }

    /// Sees a DS record.
    ///
    /// @param delegations what NS records have been seen so far
    void signed(long hash, Delegations delegations) {
        if (delegations.isCurrent(hash)) {
            count += isCurrentSigned ? 0 : 1;
            isCurrentSigned = true;
        } else {
            areAll &= !isWaiting || hash == waiting;
            isWaiting = true;
            waiting = hash;
        }
    }

    /// Whether every DS record has been a neighbour.
    boolean areAll() {
        return areAll && !isWaiting;
    }

    /// The number of signed domains, where all DS records have been neighbours.
    long count() {
        return count;
    }
}
