package org.mxcensus.crawler.mtasts;

import java.util.concurrent.CancellationException;

/// Where a host lives.
@FunctionalInterface
public interface AddressLookup {

    /// @param host a host name in the form of the tables
    /// @throws CancellationException where the calling thread is interrupted
    HostAddresses of(String host);
}
