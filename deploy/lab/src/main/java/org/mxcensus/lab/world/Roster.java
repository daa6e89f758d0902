package org.mxcensus.lab.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which address each host has, and which hosts stand at an address.
///
/// Addresses of the lab's choosing lie in 127.16.0.0–127.254.255.255 and follow from the host's name, so that they
/// stay the same from one version of a world to the next. Two hosts whose names happen to choose the same address get
/// neighbours.
public final class Roster {

    // 127.16.0.0 to 127.254.255.255; what lies below is left to worlds that name their addresses and to the lab
    // itself.
    private static final int FIRST = 16 << 16;
    private static final int SIZE = (255 << 16) - FIRST;

    private final Map<String, List<String>> addresses = new HashMap<>();
    private final Map<String, List<HostSpec>> hosts = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    Roster(List<HostSpec> all) {
        all.forEach(host -> host.addresses().stream()
                .filter(address -> !address.equals(HostSpec.AUTO))
                .forEach(taken::add));
        all.forEach(this::assign);
    }

    /// The host's addresses, in the world's order.
    public List<String> addressesOf(HostSpec host) {
        return Objects.requireNonNull(addresses.get(host.name()), host::name);
    }

    /// The hosts at each address, in the world's order: the first is met by a client that names none of them.
    public Map<String, List<HostSpec>> hostsByAddress() {
        return hosts;
    }

    /// The address that a name chooses, whoever else chose it.
    ///
    /// @param turn tells several addresses of one name apart
    public static String choice(String name, int turn) {
        return at(Math.floorMod(hash(name + '#' + turn), (long) SIZE));
    }

    private void assign(HostSpec host) {
        List<String> mine = new ArrayList<>();
        int turn = 0;
        for (String address : host.addresses()) {
            mine.add(address.equals(HostSpec.AUTO) ? free(host.name(), turn++) : address);
        }
        addresses.put(host.name(), List.copyOf(mine));
        mine.forEach(address ->
                hosts.computeIfAbsent(address, any -> new ArrayList<>(1)).add(host));
    }

    private String free(String name, int turn) {
        long place = Math.floorMod(hash(name + '#' + turn), (long) SIZE);
        while (!taken.add(at(place))) {
            place = (place + 1) % SIZE;
        }
        return at(place);
    }

    private static String at(long place) {
        long bits = FIRST + place;
        return "127." + (bits >> 16) + '.' + (bits >> 8 & 255) + '.' + (bits & 255);
    }

    /// FNV-1a, finished by the mix of MurmurHash3, since names differ little.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 255)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
