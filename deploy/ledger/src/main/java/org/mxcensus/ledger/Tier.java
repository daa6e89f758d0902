package org.mxcensus.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/// How much of the suite runs. Each tier runs all that the tiers before it run.
public enum Tier {
    /// Tests without a tag of ours: `mvn verify`.
    DEFAULT,
    /// Real servers, real data, a browser: `mvn verify -Pfull`.
    FULL,
    /// Benchmarks and long runs: `mvn verify -Pendurance`.
    ENDURANCE;

    /// The tier that runs in this JVM: the system property `mxcensus.tier`, or [#DEFAULT] where it is not set.
    public static Tier current() {
        return orElse(DEFAULT);
    }

    /// The tier that the build named to this JVM, or another one where it named none.
    static Tier orElse(Tier other) {
        return named(System.getProperty("mxcensus.tier", other.tag()));
    }

    /// The tier of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    static Tier named(String name) {
        return Arrays.stream(values())
                .filter(tier -> tier.tag().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "mxcensus.tier is default, full or endurance, and not '" + name + "'"));
    }

    /// The lowest tier that runs a test with these tags; tags that name no tier say nothing.
    static Tier of(Collection<String> tags) {
        return Arrays.stream(values())
                .filter(tier -> tags.contains(tier.tag()))
                .reduce(DEFAULT, (lower, higher) -> higher);
    }

    /// Whether this tier runs the tests of another.
    boolean runs(Tier other) {
        return other.compareTo(this) <= 0;
    }

    /// The name as it stands in `@Tag` and in `mxcensus.tier`.
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
