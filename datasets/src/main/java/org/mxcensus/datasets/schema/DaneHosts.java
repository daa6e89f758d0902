package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import org.jspecify.annotations.Nullable;

/// DANE over parts of a domain's MX hosts: the answer to whoever counts otherwise than the domain's verdict does.
/// All counts are of hosts, each once, whatever the security of the MX answer; all verdicts are given as for a domain
/// that has these hosts alone, so that an insecure MX answer shows in them.
///
/// @param hosts all MX hosts
/// @param accepting those with an address that accepts mail and gave an answer about STARTTLS
/// @param valid those that are VALID at every address; with `hosts` it tells all from some
/// @param preferred the verdict over the most preferred hosts alone; null where they accept no mail
/// @param backup the verdict over all others, each host that is not among the most preferred; null where there is
///     none that accepts mail
/// @param reached the verdict over the accepting hosts alone, at the addresses that gave an answer; null where there
///     is none
/// @param everywhere whether DANE is valid at every address of every host, whatever the MX answer: NO as soon as one
///     surely is not; null where none accepts mail, and in files of earlier versions
public record DaneHosts(
        int hosts,
        int accepting,
        int valid,
        @ParquetString @Nullable DaneStatus preferred,
        @ParquetString @Nullable DaneStatus backup,
        @ParquetString @Nullable DaneStatus reached,
        @ParquetString @Nullable Finding everywhere) {

    /// Nothing is known of the hosts, or there are none.
    public static final DaneHosts NONE = new DaneHosts(0, 0, 0, null, null, null, null);
}
