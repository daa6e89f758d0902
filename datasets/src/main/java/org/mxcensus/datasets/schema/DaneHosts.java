package org.mxcensus.datasets.schema;

import org.jspecify.annotations.Nullable;

/// DANE over parts of a domain's MX hosts. All counts are of hosts, each once.
///
/// @param hosts all MX hosts
/// @param accepting those with an address at which a server spoke to us and accepts mail
/// @param valid those whose verdict is VALID
/// @param preferred the verdict over the most preferred hosts alone; null where they accept no mail
/// @param backup the verdict over all others; null where there is none that accepts mail
/// @param reached the verdict over the accepting hosts alone; null where there is none
public record DaneHosts(
        int hosts,
        int accepting,
        int valid,
        @Nullable DaneStatus preferred,
        @Nullable DaneStatus backup,
        @Nullable DaneStatus reached) {

    /// Nothing is known of the hosts, or there are none.
    public static final DaneHosts NONE = new DaneHosts(0, 0, 0, null, null, null);
}
