package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.mxcensus.dashboard.api.ApiRoutes;
import org.mxcensus.dashboard.api.Endpoint;

/// `/api`: every address of the API, to read about and to try.
///
/// @param endpoints the addresses
/// @param pages renders it
public record ApiPage(List<Endpoint> endpoints, Pages pages) {

    public void show(Context context) {
        pages.show(context, "api.jte", Map.of("endpoints", endpoints, "description", ApiRoutes.DESCRIPTION));
    }
}
