package org.mxcensus.lab.imported;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.Names;
import org.mxcensus.lab.world.Roster;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.World;
import org.mxcensus.lab.world.ZoneSpec;

/// Worlds made from real lists.
public final class ImportedWorlds {

    // As with real providers, names of one domain share a few addresses.
    private static final int ADDRESSES_PER_DOMAIN = 4;
    private static final int HOSTS_PER_POOL = 4;

    private ImportedWorlds() {}

    /// The domains of the lists with the exchanges that they have there, most preferred first, preferences 10, 20, …
    ///
    /// By rule: a third of the domains is signed; hosts offer STARTTLS with good certificates, those in
    /// signed zones have TLSA records; hosts with the same parent share four addresses. What cannot be a host
    /// name is published as an exchange and leads nowhere.
    ///
    /// @param csvGz lists with the columns `domain`, `mx` and `spf`; of a domain in several the first counts
    public static World fromPublicBodies(Path... csvGz) {
        Map<String, DomainSpec> domains = new LinkedHashMap<>();
        Set<String> exchanges = new LinkedHashSet<>();
        Stream.of(csvGz).flatMap(list -> ListedDomains.read(list).stream()).forEach(listed -> {
            domains.putIfAbsent(listed.domain(), domain(listed));
            exchanges.addAll(listed.exchanges());
        });
        List<Spec> specs = new ArrayList<>(domains.values());
        exchanges.stream()
                .filter(ImportedWorlds::isHostName)
                .distinct()
                .forEach(name -> specs.add(host(name, domains)));
        return World.of(specs);
    }

    /// The delegations of a zone file, each a domain with one exchange; a domain is signed exactly where the zone has
    /// a DS record for it.
    ///
    /// By rule: the zone is signed; half of the domains have an exchange with TLSA in a signed zone, the others one
    /// without.
    public static World fromZoneFile(Path zoneGz) {
        DelegatedDomains zone = DelegatedDomains.read(zoneGz);
        List<Spec> specs = new ArrayList<>();
        specs.add(ZoneSpec.of(zone.apex()));
        addPool(specs, "secure.example", true);
        addPool(specs, "plain.example", false);
        zone.nameservers().forEach((name, nameservers) -> {
            int pick = Math.floorMod(name.hashCode(), 2 * HOSTS_PER_POOL);
            String pool = pick < HOSTS_PER_POOL ? "secure.example" : "plain.example";
            DomainSpec domain = DomainSpec.of(name)
                    .withSigned(zone.signed().contains(name))
                    .withMx("10 mx" + (pick % HOSTS_PER_POOL + 1) + '.' + pool)
                    .withTxt("v=spf1 mx -all");
            specs.add(
                    nameservers.stream().allMatch(ImportedWorlds::isHostName)
                            ? domain.withNs(List.copyOf(nameservers))
                            : domain);
        });
        return World.of(specs);
    }

    private static void addPool(List<Spec> specs, String domain, boolean secure) {
        specs.add(DomainSpec.of(domain).withSigned(secure));
        for (int number = 1; number <= HOSTS_PER_POOL; number++) {
            HostSpec host = HostSpec.of("mx" + number + '.' + domain);
            specs.add(secure ? host.withTlsa("3 1 1 auto") : host);
        }
    }

    private static DomainSpec domain(ListedDomains.Listed listed) {
        List<String> mx = new ArrayList<>();
        for (String exchange : listed.exchanges()) {
            mx.add((mx.size() + 1) * 10 + " " + exchange);
        }
        DomainSpec domain = DomainSpec.of(listed.domain())
                .withSigned(Math.floorMod(listed.domain().hashCode(), 3) == 0)
                .withMx(mx);
        return listed.spf().isEmpty() ? domain : domain.withTxt(listed.spf());
    }

    private static HostSpec host(String name, Map<String, DomainSpec> domains) {
        String parent = name.substring(name.indexOf('.') + 1);
        HostSpec host = HostSpec.of(name)
                .withAddresses(Roster.choice(parent, Math.floorMod(name.hashCode(), ADDRESSES_PER_DOMAIN)));
        return isInSigned(name, domains) ? host.withTlsa("3 1 1 auto") : host;
    }

    private static boolean isInSigned(String name, Map<String, DomainSpec> domains) {
        for (String at = name; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
            DomainSpec domain = domains.get(at);
            if (domain != null) {
                return domain.signed();
            }
        }
        return false;
    }

    /// Two labels at least, of the letters that host names are made of.
    private static boolean isHostName(String name) {
        return name.indexOf('.') > 0 && Names.isName(name);
    }
}
