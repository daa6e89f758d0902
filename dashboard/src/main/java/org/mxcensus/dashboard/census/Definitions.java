package org.mxcensus.dashboard.census;

import java.util.Map;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Figure;

/// The figures of a crawl by every definition.
///
/// @param domains by definition
/// @param servers [Definition#USENIX_2020] counted as its paper counts: MX hosts instead of domains
public record Definitions(Map<Definition, Figure> domains, Figure servers) {
    public Definitions {
        domains = Map.copyOf(domains);
    }
}
