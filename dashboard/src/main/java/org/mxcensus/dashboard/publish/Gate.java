package org.mxcensus.dashboard.publish;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.mxcensus.analyzer.publish.Tier;

/// The one place where it is decided whether an address is answered: by what its route says that it reveals.
///
/// @param published what outsiders may see
public record Gate(Tier published) {

    /// Stands before all routes.
    public void add(JavalinDefaultRoutingApi routes) {
        routes.beforeMatched(this::pass);
    }

    private void pass(Context context) {
        if (context.method().equals(HandlerType.HEAD)) {
            return; // No route is run for it: it is answered alike wherever there might be something.
        }
        if (!published.allows(Reveals.of(context.routeRoles()))) {
            throw new ForbiddenResponse("Whoever runs this dashboard publishes %s, and this address shows more."
                    .formatted(published.phrase()));
        }
    }
}
