package org.mxcensus.analyzer.provider;

import java.util.List;
import java.util.Locale;

/// What one address of an MX host shows of who runs it.
///
/// @param certified the names of its certificate, where that leads to a trusted root; empty otherwise
/// @param spoken what it calls itself in its greeting (RFC 5321 §4.2) and in its answer to EHLO (§4.1.1.1)
public record Shown(List<String> certified, List<String> spoken) {
    public Shown {
        certified = lowerCase(certified);
        spoken = lowerCase(spoken);
    }

    /// Whether it shows nothing at all, as an address does that was not reached.
    boolean isNothing() {
        return certified.isEmpty() && spoken.isEmpty();
    }

    private static List<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
