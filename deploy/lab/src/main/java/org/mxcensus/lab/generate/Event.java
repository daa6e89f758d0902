package org.mxcensus.lab.generate;

import java.util.List;

/// Something that happens to everybody at a provider at once, so that it shows as a step in a chart.
///
/// @param month from 0
/// @param provider its own domain
/// @param what happens, a phrase
public record Event(int month, String provider, String what) {

    /// The events of every generated world, in their order.
    public static List<Event> all() {
        return List.of(
                new Event(Providers.STS_MONTH, Providers.STS.domain(), "begins to publish MTA-STS for its customers"),
                new Event(Providers.BUMP_MONTH, Providers.BUMP.domain(), "turns on DANE at all of its hosts"),
                new Event(
                        Providers.ROLL_OVER_MONTH,
                        Providers.FORGETFUL.domain(),
                        "changes its keys and forgets its TLSA records, for a month"));
    }
}
