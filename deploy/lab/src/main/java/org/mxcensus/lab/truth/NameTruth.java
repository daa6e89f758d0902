package org.mxcensus.lab.truth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mxcensus.lab.world.DnsBehaviour;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.World;

/// What the world's lines say about names: which exist, which can be trusted, which fail.
final class NameTruth {

    private static final int MOST_ALIASES = 8;

    private final World world;
    private final Set<String> existing = new HashSet<>();

    NameTruth(World world) {
        this.world = world;
        world.cuts().all().forEach(cut -> addWithAncestors(cut.apex()));
        world.hosts().forEach(host -> addWithAncestors(host.name()));
        world.cuts().nameservers().forEach(this::addWithAncestors);
        world.cuts().policyAliases().forEach(this::addWithAncestors);
    }

    private void addWithAncestors(String name) {
        String at = name;
        while (existing.add(at) && at.indexOf('.') > 0) {
            at = at.substring(at.indexOf('.') + 1);
        }
    }

    boolean exists(String name) {
        return existing.contains(name);
    }

    boolean isSecure(String name) {
        return world.cuts().enclosing(name).secure();
    }

    String security(String name) {
        return isSecure(name) ? "SECURE" : "INSECURE";
    }

    /// Why questions for a name fail; empty where they do not.
    String failure(String name) {
        return failure(world.troubles().at(name));
    }

    private static String failure(DnsBehaviour behaviour) {
        return switch (behaviour) {
            case OK -> "";
            case SERVFAIL -> "SERVFAIL";
            case BOGUS, BOGUS_UNEXPLAINED -> "BOGUS";
            case TIMEOUT -> "TIMEOUT";
            case REFUSED -> "REFUSED";
            case MALFORMED -> "MALFORMED";
        };
    }

    /// Where a host's name leads.
    ///
    /// @param names the host and each alias's target, the last one without a further alias
    /// @param failure why the look-up fails; empty where it does not
    /// @param secure whether every step can be trusted
    /// @param end the host at the end; empty where there is none
    record Path(List<String> names, String failure, boolean secure, Optional<HostSpec> end) {
        Path {
            names = List.copyOf(names);
        }

        String last() {
            return names.getLast();
        }
    }

    Path follow(String host) {
        List<String> names = new ArrayList<>(List.of(host));
        boolean secure = true;
        while (true) {
            String at = names.getLast();
            String failure = failure(at);
            secure &= isSecure(at);
            Optional<HostSpec> spec = world.host(at);
            Optional<String> alias = spec.flatMap(HostSpec::cname);
            if (!failure.isEmpty() || alias.isEmpty() || names.size() > MOST_ALIASES) {
                return new Path(names, failure, secure, spec);
            }
            names.add(alias.get());
        }
    }

    /// Whether the domain is its own mail host (RFC 5321 §5.1).
    boolean hasAddress(DomainSpec domain) {
        return world.host(domain.name())
                .filter(host -> !world.roster().addressesOf(host).isEmpty())
                .isPresent();
    }
}
