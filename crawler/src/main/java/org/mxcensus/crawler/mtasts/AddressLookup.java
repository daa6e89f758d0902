package org.mxcensus.crawler.mtasts;

/// Where a host lives.
@FunctionalInterface
public interface AddressLookup {

    /// @param host a host name in the form of the tables
    HostAddresses of(String host) throws InterruptedException;
}
