package org.mxcensus.dashboard.publish;

import io.javalin.security.RouteRole;
import java.util.Set;
import org.mxcensus.analyzer.publish.Tier;

/// What an address reveals: the role of its route.
///
/// @param tier from which on it is there for outsiders
public record Reveals(Tier tier) implements RouteRole {
    public static final Reveals AGGREGATES = new Reveals(Tier.AGGREGATES);
    public static final Reveals DOMAINS = new Reveals(Tier.DOMAINS);

    /// What a route reveals. One that does not say so is taken to reveal everything.
    public static Tier of(Set<RouteRole> roles) {
        return roles.stream()
                .filter(Reveals.class::isInstance)
                .map(Reveals.class::cast)
                .map(Reveals::tier)
                .findFirst()
                .orElse(Tier.FULL);
    }
}
