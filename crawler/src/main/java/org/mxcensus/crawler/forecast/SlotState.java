package org.mxcensus.crawler.forecast;

/// Where a target that is under way stands.
enum SlotState {
    /// Nobody's.
    FREE,
    /// Waits for the names before it at its address.
    WAITS_FOR_TURN,
    WAITS_FOR_ADDRESS,
    WAITS_FOR_NETWORK,
    /// Waits for its moment, and holds its place of address and network meanwhile.
    WAITS_FOR_MOMENT,
    WAITS_FOR_ALL,
    PROBES
}
