package org.mxcensus.dashboard.publish;

import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How much outsiders see, the least first. Each address declares what it reveals, as the role of its route.
public enum Tier implements RouteRole {
    /// Statistics of groups that are not small. No domain and no MX host is named.
    AGGREGATES("statistics alone"),
    /// Single domains and MX hosts too, with their verdicts and what decided. No text of strangers, in
    /// which names of persons may stand: banners, replies, certificates, records, policies.
    DOMAINS("statistics and verdicts"),
    /// Everything.
    FULL("everything");

    private final String phrase;

    Tier(String phrase) {
        this.phrase = phrase;
    }

    /// What is published, a phrase.
    public String phrase() {
        return phrase;
    }

    /// Whether what is published has all that an address reveals.
    ///
    /// @param revealed by the address
    public boolean allows(Tier revealed) {
        return revealed.compareTo(this) <= 0;
    }

    /// What a route reveals. One that does not say so is taken to reveal everything.
    public static Tier of(Set<RouteRole> roles) {
        return roles.stream()
                .filter(Tier.class::isInstance)
                .map(Tier.class::cast)
                .findFirst()
                .orElse(FULL);
    }

    /// The one of this name; empty where there is none.
    public static Optional<Tier> find(String id) {
        return Stream.of(values()).filter(tier -> tier.id().equals(id)).findFirst();
    }

    /// As the command has it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
