package org.mxcensus.crawler.mtasts;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.observation.DnsFailure;

/// What looking up a host's addresses gave.
///
/// The `cname` is where the chain of aliases ends, empty where the name is no alias.
public sealed interface HostAddresses {

    /// @param addresses at least one, in the order to try them
    record Found(List<InetAddress> addresses, Optional<String> cname) implements HostAddresses {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }

    /// The host has no address of either family.
    record None(Optional<String> cname) implements HostAddresses {}

    /// Nobody could tell.
    record Failed(DnsFailure failure) implements HostAddresses {}
}
