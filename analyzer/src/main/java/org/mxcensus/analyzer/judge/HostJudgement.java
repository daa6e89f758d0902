package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.TlsTraits;

/// The verdict on an MX host, with what a domain's verdict needs beside the row.
///
/// @param summary over all addresses
/// @param addresses each address; empty where the host has none, or where they are not known
/// @param known whether the addresses are known: false where the look-up failed or the host was not probed
/// @param owner who runs the host
public record HostJudgement(
        ExchangeVerdictRow summary, List<AddressJudgement> addresses, boolean known, HostProviderRow owner) {
    public HostJudgement {
        addresses = List.copyOf(addresses);
    }

    /// A host of which nothing was seen.
    ///
    /// @param owner who runs it, by its name
    static HostJudgement unseen(HostProviderRow owner) {
        return new HostJudgement(
                new ExchangeVerdictRow(
                        owner.host(),
                        0,
                        0,
                        Finding.UNMEASURED,
                        Finding.UNMEASURED,
                        Finding.UNMEASURED,
                        Finding.UNMEASURED,
                        Finding.UNMEASURED,
                        Finding.UNMEASURED,
                        Finding.UNMEASURED,
                        Finding.UNMEASURED,
                        DaneStatus.UNMEASURED,
                        Finding.UNMEASURED,
                        DaneCause.NOT_MEASURED,
                        TlsTraits.UNMEASURED,
                        null),
                List.of(),
                false,
                owner);
    }

    String host() {
        return summary.host();
    }

    Stream<AddressJudgement> deciding() {
        return addresses.stream().filter(AddressJudgement::decides);
    }
}
