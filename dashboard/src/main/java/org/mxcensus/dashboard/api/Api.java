package org.mxcensus.dashboard.api;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.dashboard.census.Census;

/// Every address of the API.
public final class Api {
    private Api() {}

    /// The one list of them, in the order in which people read about them.
    public static List<Endpoint> endpoints(Census census) {
        return Stream.of(ApiFigures.endpoints(census), ApiAnalyses.endpoints(census), ApiNames.endpoints(census))
                .flatMap(List::stream)
                .toList();
    }
}
