package org.mxcensus.dashboard;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/// Tells a watch of every request, from before its first handler until after its last byte. A filter, since
/// Javalin's own logger of requests does not hear of those whose client has gone.
///
/// @param watch who is told
record WatchedRequests(RequestWatch watch) implements Filter {
    private static final String ROUTE = WatchedRequests.class.getName() + ".route";

    /// Stands around all of the server.
    void around(ServletContextHandler server) {
        FilterHolder holder = new FilterHolder(this);
        holder.setAsyncSupported(true);
        server.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    /// Notes which route a request takes, also where it is turned away there.
    static void note(JavalinDefaultRoutingApi routes) {
        routes.beforeMatched(WatchedRequests::note);
    }

    private static void note(Context context) {
        Endpoint matched = context.endpoints().matchedHttpEndpoint();
        if (matched != null) {
            context.req().setAttribute(ROUTE, matched.path);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long began = System.nanoTime();
        watch.began();
        try {
            chain.doFilter(request, response);
        } finally {
            String route = (String) Objects.requireNonNullElse(request.getAttribute(ROUTE), RequestWatch.NO_ROUTE);
            watch.ended(route, ((HttpServletResponse) response).getStatus(), System.nanoTime() - began);
        }
    }
}
