package org.mxcensus.crawler.forecast;

import java.util.List;

/// The addresses of one partition: those of its busy networks first, then its providers with shared names, then its
/// servers of one domain.
final class Neighbourhood {
    private static final int OTHERS_PER_NETWORK = 2;

    private final int[] networkOf;
    private final Server[] servers;
    private final boolean[] large;
    private final double[] names;
    private final int others;
    private final int networks;

    /// @param busy its busy networks
    /// @param others addresses of providers with shared names that it has
    /// @param own addresses of servers of one domain that it has
    Neighbourhood(List<BusyNetwork> busy, int others, int own, Draws draws, Inputs inputs) {
        int known = busy.stream().mapToInt(network -> network.names().length).sum();
        this.others = others;
        this.large = new boolean[known];
        this.names = new double[known];
        this.networkOf = new int[known + others + own];
        this.servers = new Server[known + others + own];
        int at = 0;
        for (int network = 0; network < busy.size(); network++) {
            BusyNetwork each = busy.get(network);
            for (double share : each.names()) {
                names[at] = share;
                large[at] = each.group().isLarge();
                settle(at++, network, each.group(), draws, inputs);
            }
        }
        int perNetwork = inputs.count(Input.OWN_SERVER_PER_NETWORK);
        int firstOwn = busy.size() + Math.ceilDiv(others, OTHERS_PER_NETWORK);
        for (int i = 0; i < others; i++) {
            settle(at++, busy.size() + i / OTHERS_PER_NETWORK, Group.OTHERS, draws, inputs);
        }
        for (int i = 0; i < own; i++) {
            settle(at++, firstOwn + i / perNetwork, Group.OWN_SERVERS, draws, inputs);
        }
        this.networks = firstOwn + Math.ceilDiv(own, perNetwork);
    }

    private void settle(int address, int network, Group group, Draws draws, Inputs inputs) {
        long traits = draws.next();
        networkOf[address] = network;
        servers[address] = Server.of(group, Draws.share(traits, 1), Draws.share(traits, 2), inputs);
    }

    int addresses() {
        return networkOf.length;
    }

    int networks() {
        return networks;
    }

    int network(int address) {
        return networkOf[address];
    }

    Server server(int address) {
        return servers[address];
    }

    boolean isLarge(int address) {
        return address < large.length && large[address];
    }

    /// How many names each address of its busy networks has.
    double[] names() {
        return names;
    }

    /// The first address of a provider with shared names.
    int firstOther() {
        return names.length;
    }

    /// The first server of one domain.
    int firstOwn() {
        return names.length + others;
    }
}
