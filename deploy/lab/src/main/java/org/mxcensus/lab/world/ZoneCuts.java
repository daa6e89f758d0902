package org.mxcensus.lab.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Where the world is cut into zones.
///
/// Zones are: the root, each described or implied top-level domain, each domain that exists, and for hosts that lie
/// in none of these a zone of their own, which is cut at the host's parent, or at the host itself where the parent is
/// a registry's. Thus no host lies in a registry's zone, and nobody needs a list of public suffixes to write a world.
public final class ZoneCuts {

    /// The name server of every zone that names no other.
    public static final String DEFAULT_NAMESERVER = "ns.lab.test";

    private static final String ROOT = ".";

    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, ZoneCut> cuts = new HashMap<>();
    private final List<String> nameservers;
    private final List<String> policyAliases;
    private final Set<String> missing = new LinkedHashSet<>();

    private record Draft(boolean signed, boolean registry, String because) {}

    private ZoneCuts(World world) {
        world.zones().forEach(this::addZone);
        drafts.putIfAbsent(ROOT, new Draft(true, true, "the root"));
        world.domains().forEach(this::addDomain);
        Set<String> described = new LinkedHashSet<>();
        world.hosts().forEach(host -> described.add(host.name()));
        // Whatever the order of the file: first the hosts that say whether their zone is signed, and short names
        // first, since a host cuts a zone that hosts below it then lie in.
        world.hosts().stream()
                .sorted(Comparator.comparingInt((HostSpec host) -> host.signed().isPresent() ? 0 : 1)
                        .thenComparingInt(host -> labels(host.name())))
                .forEach(this::addHost);
        nameservers = nameserversOf(world, described);
        policyAliases = policyAliasesOf(world, described);
        addImplied(nameservers);
        addImplied(policyAliases);
        List.copyOf(drafts.keySet()).forEach(this::addRegistryOf);
        drafts.keySet().stream()
                .sorted(Comparator.comparingInt(ZoneCuts::labels))
                .forEach(this::settle);
    }

    /// Cuts a world; an [IllegalArgumentException] says which of its lines contradict each other.
    static ZoneCuts of(World world) {
        return new ZoneCuts(world);
    }

    /// Every zone, in no particular order.
    public Collection<ZoneCut> all() {
        return cuts.values();
    }

    /// The zone that a name lies in; at an apex that zone itself.
    public ZoneCut enclosing(String name) {
        return Objects.requireNonNull(cuts.get(enclosingApex(name, cuts.keySet())));
    }

    /// The zone that delegates this one; empty for the root.
    public Optional<ZoneCut> parent(ZoneCut cut) {
        return cut.apex().equals(ROOT) ? Optional.empty() : Optional.of(enclosing(parent(cut.apex())));
    }

    /// Name servers that are named by some domain and are no described host.
    public List<String> nameservers() {
        return nameservers;
    }

    /// Targets of policy hosts' aliases that are no described host.
    public List<String> policyAliases() {
        return policyAliases;
    }

    private void addZone(ZoneSpec zone) {
        drafts.put(zone.name(), new Draft(zone.signed(), true, "zone " + zone.name()));
    }

    private void addDomain(DomainSpec domain) {
        if (!domain.exists()) {
            missing.add(domain.name());
            return;
        }
        Draft zone = drafts.get(domain.name());
        if (zone == null) {
            drafts.put(domain.name(), new Draft(domain.signed(), false, "domain " + domain.name()));
        } else if (zone.signed() != domain.signed()) {
            throw contradiction("domain " + domain.name(), domain.signed(), zone);
        }
        addRegistryOf(domain.name());
    }

    private void addHost(HostSpec host) {
        if (liesInMissing(host.name())) {
            throw new IllegalArgumentException(
                    "host " + host.name() + " lies in a domain that does not exist; drop one of the two");
        }
        addRegistryOf(host.name());
        Draft draft = cutFor(host.name(), host.signed().orElse(false), "host " + host.name());
        host.signed().filter(signed -> signed != draft.signed()).ifPresent(signed -> {
            throw contradiction("host " + host.name(), signed, draft);
        });
    }

    private Draft cutFor(String name, boolean signed, String because) {
        Draft enclosing = Objects.requireNonNull(drafts.get(enclosingApex(name, drafts.keySet())));
        if (!enclosing.registry()) {
            return enclosing;
        }
        String parent = parent(name);
        Draft above = drafts.get(parent);
        String apex = above != null && above.registry() ? name : parent;
        Draft draft = new Draft(signed, false, because);
        drafts.put(apex, draft);
        return draft;
    }

    private void addImplied(List<String> names) {
        names.forEach(name -> {
            addRegistryOf(name);
            cutFor(name, name.equals(DEFAULT_NAMESERVER), name);
        });
    }

    private void addRegistryOf(String name) {
        String top = name.substring(name.lastIndexOf('.') + 1);
        if (!top.isEmpty()) {
            drafts.putIfAbsent(top, new Draft(true, true, "top-level domain " + top));
        }
    }

    private void settle(String apex) {
        Draft draft = Objects.requireNonNull(drafts.get(apex));
        boolean above = apex.equals(ROOT) || enclosing(parent(apex)).secure();
        cuts.put(apex, new ZoneCut(apex, draft.signed(), draft.signed() && above, draft.registry()));
    }

    private List<String> nameserversOf(World world, Set<String> described) {
        Set<String> names = new LinkedHashSet<>(List.of(DEFAULT_NAMESERVER));
        world.domains().forEach(domain -> names.addAll(domain.ns()));
        return undescribed(names, described);
    }

    private List<String> policyAliasesOf(World world, Set<String> described) {
        Set<String> names = new LinkedHashSet<>();
        world.domains().forEach(domain -> domain.sts().flatMap(StsSpec::cname).ifPresent(names::add));
        return undescribed(names, described);
    }

    private List<String> undescribed(Collection<String> names, Set<String> described) {
        List<String> rest = new ArrayList<>();
        names.stream()
                .filter(name -> !described.contains(name) && !liesInMissing(name))
                .sorted(Comparator.comparingInt(ZoneCuts::labels))
                .forEach(rest::add);
        return List.copyOf(rest);
    }

    private boolean liesInMissing(String name) {
        for (String at = name; !missing.isEmpty() && !at.equals(ROOT); at = parent(at)) {
            if (missing.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private static IllegalArgumentException contradiction(String who, boolean signed, Draft zone) {
        return new IllegalArgumentException(who + " says signed: " + signed + ", but " + zone.because()
                + ", whose zone it lies in, says signed: " + zone.signed());
    }

    private static String enclosingApex(String name, Set<String> apexes) {
        String at = name;
        while (!apexes.contains(at)) {
            at = parent(at);
        }
        return at;
    }

    /// The name without its first label; `.` above a top-level domain.
    static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 || name.equals(ROOT) ? ROOT : name.substring(dot + 1);
    }

    private static int labels(String name) {
        return name.equals(ROOT) ? 0 : (int) name.chars().filter(c -> c == '.').count() + 1;
    }
}
