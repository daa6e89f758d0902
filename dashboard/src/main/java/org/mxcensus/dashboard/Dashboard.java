package org.mxcensus.dashboard;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.datasets.store.UserError;

/// A running dashboard. New crawls appear on it by themselves.
public final class Dashboard implements AutoCloseable {
    private final Javalin server;
    private final Census census;
    private final DashboardOptions options;

    private Dashboard(Javalin server, Census census, DashboardOptions options) {
        this.server = server;
        this.census = census;
        this.options = options;
    }

    /// Starts on anything that can be read like a store's statistics and evidence; closes it in the end.
    static Dashboard start(Census census, DashboardOptions options) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.generateEtags = true;
            config.http.maxRequestSize = 0;
            Routes.add(config.routes, census);
        });
        try {
            server.start(options.host(), options.port());
        } catch (JavalinBindException e) {
            census.close();
            throw new UserError(
                    "The dashboard cannot listen on %s port %d (is another program there?); name another port with --port."
                            .formatted(options.host(), options.port()),
                    e);
        }
        return new Dashboard(server, census, options);
    }

    /// Where a browser on this machine finds it, such as `http://127.0.0.1:8080/`.
    public URI url() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://%s:%d/".formatted(host, server.port()));
    }

    /// Stops listening and lets go of the store.
    @Override
    public void close() {
        server.stop();
        census.close();
    }
}
