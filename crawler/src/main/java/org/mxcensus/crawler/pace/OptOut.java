package org.mxcensus.crawler.pace;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.names.NameOutcome;
import org.mxcensus.datasets.records.Excerpt;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those who asked not to be measured.
///
/// One entry a line; blank lines and what follows `#` are ignored:
///
/// - `example.org`: this name and everything below it, be it a domain, an MX host or a policy host
/// - `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`: addresses
/// - `AS64500`: all addresses that this autonomous system announces. Which those are takes a [RoutingTable].
///   Without one such entries are kept, and one warning says that they have no effect. They are not an error,
///   because the rest of the list must go on protecting the others; they are not silent, because somebody relies on
///   them.
public final class OptOut implements OptOutSource {

    private static final Logger LOG = LoggerFactory.getLogger(OptOut.class);

    /// Nobody opted out.
    public static final OptOut NOBODY = new OptOut(Set.of(), List.of(), List.of(), RoutingTable.NONE);

    private final Set<String> names;
    private final List<Cidr> blocks;
    private final List<String> systems;
    private final Set<Long> numbers;
    private final RoutingTable routes;

    private OptOut(Set<String> names, List<Cidr> blocks, List<String> systems, RoutingTable routes) {
        this.names = Set.copyOf(names);
        this.blocks = List.copyOf(blocks);
        this.systems = List.copyOf(systems);
        this.numbers = systems.stream()
                .map(system -> Long.parseLong(system.substring(2)))
                .collect(Collectors.toUnmodifiableSet());
        this.routes = routes;
    }

    /// The same list, with a table that says which addresses its AS numbers stand for.
    public OptOut with(RoutingTable table) {
        return new OptOut(names, blocks, systems, table);
    }

    void warnOfUnenforced(String source) {
        if (!unenforced().isEmpty()) {
            LOG.warn(
                    "Opt-out list {}: {} not enforced, because which addresses they announce is not known here;"
                            + " give a routing table with --routes, or add their networks as CIDR blocks.",
                    source,
                    String.join(", ", unenforced()));
        }
    }

    /// Reads the lines of a list.
    ///
    /// @param source what to name in an error
    /// @throws UserError where a line is none of the above
    public static OptOut parse(List<String> lines, String source) {
        Set<String> names = new HashSet<>();
        List<Cidr> blocks = new ArrayList<>();
        List<String> systems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String entry = lines.get(i).replaceFirst("#.*", "").strip();
            if (entry.isEmpty()) {
                continue;
            }
            Optional<Cidr> block = Cidr.parse(entry);
            Optional<String> name = name(entry);
            if (block.isPresent()) {
                blocks.add(block.get());
            } else if (name.filter(OptOut::isSystem).isPresent()) {
                systems.add(name.get().toUpperCase(Locale.ROOT));
            } else if (name.isPresent()) {
                names.add(name.get());
            } else {
                throw new UserError("The opt-out list " + source + ", line " + (i + 1) + ", says " + Excerpt.of(entry)
                        + ", which is no domain, host, address, CIDR block or AS number; correct or remove it.");
            }
        }
        return new OptOut(names, blocks, systems, RoutingTable.NONE);
    }

    /// @param name a domain or host name
    /// @return whether it, or a name above it, opted out
    public boolean covers(String name) {
        if (names.isEmpty()) {
            return false;
        }
        String rest = name(name).orElse(name);
        while (!names.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return true;
    }

    /// The form in which names are compared. What ends in a number is a mistyped address (RFC 3696 §2).
    private static Optional<String> name(String text) {
        return switch (DomainNames.normalize(text)) {
            case NameOutcome.Name(String name) when !DomainNames.topLevel(name).matches("\\d+") -> Optional.of(name);
            case NameOutcome.Name number -> Optional.empty();
            case NameOutcome.Invalid invalid -> Optional.empty();
        };
    }

    /// However it is written: a name of that form stands for a number wherever an entry is read again.
    private static boolean isSystem(String name) {
        return name.matches("as\\d{1,10}");
    }

    /// @return whether the address lies in a block that opted out, or is announced by a system that did
    public boolean covers(InetAddress address) {
        byte[] bytes = address.getAddress();
        return blocks.stream().anyMatch(block -> block.contains(bytes))
                || (!numbers.isEmpty() && routes.origins(address).stream().anyMatch(numbers::contains));
    }

    /// Those on this list and those on another.
    public OptOut and(OptOut other) {
        List<String> both = Stream.concat(entries().stream(), other.entries().stream())
                .distinct()
                .toList();
        return parse(both, "both").with(routes);
    }

    /// What is on another list and not covered by this one: names, blocks and AS numbers as they stand in a file.
    public List<String> lacks(OptOut other) {
        List<String> ours = entries();
        return other.entries().stream()
                .filter(entry -> !ours.contains(entry) && !covers(entry))
                .toList();
    }

    /// Its entries in one form and order: equal lists have equal entries.
    public List<String> entries() {
        return Stream.of(names.stream(), blocks.stream().map(Cidr::toString), systems.stream())
                .flatMap(entries -> entries)
                .distinct()
                .sorted()
                .toList();
    }

    /// This very list, for ever.
    @Override
    public OptOut current() {
        return this;
    }

    /// @return AS numbers on the list that have no effect, as `AS64500`
    public List<String> unenforced() {
        return routes.isEmpty() ? systems : List.of();
    }
}
