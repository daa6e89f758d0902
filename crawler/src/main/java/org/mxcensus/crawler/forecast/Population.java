package org.mxcensus.crawler.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The mail servers of so many domains: busy networks one by one, all others as two classes.
///
/// @param domains in the frame
/// @param hosts host names that the second stage looks at
/// @param busy networks with many names
/// @param others addresses of providers whose customers share host names; two to a network
/// @param ownServers addresses of servers of one domain
record Population(long domains, long hosts, List<BusyNetwork> busy, long others, long ownServers) {
    private static final int PARKING_NETWORKS = 2;

    static Population of(long domains, Inputs inputs) {
        double naming = domains * inputs.of(Input.NAMING_SHARE);
        double hosting = domains * inputs.of(Input.HOSTING_SHARE);
        double parking = domains * inputs.of(Input.PARKING_SHARE);
        double own = domains * inputs.of(Input.OWN_SERVER_SHARE);
        // A small frame meets fewer of the servers that there are.
        long others = (long) Math.min(inputs.of(Input.OTHERS_ADDRESSES), domains * inputs.of(Input.OTHERS_SHARE));
        List<BusyNetwork> busy = new ArrayList<>();
        double perName = inputs.of(Input.NAMING_ADDRESSES_PER_NAME);
        int addresses = inputs.count(Input.NAMING_ADDRESSES);
        busy.addAll(even(Group.NAMING, naming * perName, addresses, inputs.count(Input.NAMING_NETWORKS)));
        double ipv6 = naming * perName * inputs.of(Input.NAMING_IPV6_SHARE);
        busy.addAll(even(Group.NAMING_IPV6, ipv6, addresses, inputs.count(Input.NAMING_IPV6_NETWORKS)));
        busy.addAll(even(Group.PARKING, parking, inputs.count(Input.PARKING_ADDRESSES), PARKING_NETWORKS));
        busy.addAll(hosting(hosting, inputs));
        return new Population(
                domains,
                Math.round(naming + hosting + parking + own) + others / 2,
                List.copyOf(busy),
                others,
                Math.round(own * inputs.of(Input.OWN_SERVER_ADDRESSES)));
    }

    /// Names that are spread evenly over the addresses of some networks.
    private static List<BusyNetwork> even(Group group, double names, int addresses, int networks) {
        if (names < 1) {
            return List.of();
        }
        int each = Math.max(1, Math.ceilDiv(addresses, networks));
        return IntStream.rangeClosed(1, networks)
                .mapToObj(number -> {
                    double[] share = new double[each];
                    Arrays.fill(share, names / networks / each);
                    return network(group, number, networks, share);
                })
                .toList();
    }

    /// Servers whose sizes fall with their rank, the largest side by side.
    private static List<BusyNetwork> hosting(double names, Inputs inputs) {
        if (names < 1) {
            return List.of();
        }
        int servers = (int) Math.min(inputs.count(Input.HOSTING_SERVERS), Math.ceil(names));
        double skew = inputs.of(Input.HOSTING_SKEW);
        double[] sizes = IntStream.rangeClosed(1, servers)
                .mapToDouble(rank -> Math.pow(rank, -skew))
                .toArray();
        double scale = names / Arrays.stream(sizes).sum();
        int each = inputs.count(Input.HOSTING_PER_NETWORK);
        int networks = Math.ceilDiv(servers, each);
        return IntStream.range(0, networks)
                .mapToObj(number -> {
                    int from = number * each;
                    double[] share = Arrays.stream(sizes, from, Math.min(servers, from + each))
                            .map(size -> size * scale)
                            .toArray();
                    return network(Group.HOSTING, number + 1, networks, share);
                })
                .toList();
    }

    private static BusyNetwork network(Group group, int number, int of, double[] names) {
        return new BusyNetwork("%s, network %,d of %,d".formatted(group.label(), number, of), group, names);
    }
}
