package org.mxcensus.dashboard;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.StoreCensus;
import org.mxcensus.dashboard.live.Live;
import org.mxcensus.dashboard.page.Reader;
import org.mxcensus.dashboard.publish.OwnMachine;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// A running dashboard. New crawls appear on it by themselves.
public final class Dashboard implements AutoCloseable {
    /// Request line and headers together, in bytes. The longest address that is asked for has some hundred.
    private static final int LONGEST_HEADERS = 8192;

    /// Beyond so many at once nobody is let in until somebody leaves.
    private static final int CONNECTIONS = 1000;

    private final Javalin server;
    private final Census census;
    private final Live live;
    private final DashboardOptions options;

    private Dashboard(Javalin server, Census census, Live live, DashboardOptions options) {
        this.server = server;
        this.census = census;
        this.live = live;
        this.options = options;
    }

    /// Starts on a data directory.
    ///
    /// @throws UserError where there is no such directory, or the address cannot be listened on
    public static Dashboard start(Path data, DashboardOptions options) {
        if (!Files.isDirectory(data)) {
            throw new UserError(
                    "There is no data directory %s; make one with `mxcensus crawl INPUT --data %s` or name another with --data."
                            .formatted(data, data));
        }
        return start(new DirectoryStore(data), options);
    }

    /// Starts on a store.
    ///
    /// @throws UserError where the address cannot be listened on, or others can reach it and nobody has said what
    ///     they may see
    public static Dashboard start(Store store, DashboardOptions options) {
        return start(store, options, RequestWatch.NOBODY);
    }

    /// The same, with somebody who hears of its requests.
    public static Dashboard start(Store store, DashboardOptions options, RequestWatch watch) {
        return start(new StoreCensus(store), options, watch);
    }

    /// Starts on anything that can be read like a store's statistics and evidence; closes it in the end.
    static Dashboard start(Census census, DashboardOptions options) {
        return start(census, options, RequestWatch.NOBODY);
    }

    private static Dashboard start(Census census, DashboardOptions options, RequestWatch watch) {
        try {
            Tier tier = options.tier();
            tryToListen(options);
            Live live = new Live(census, Live.Rhythm.DEFAULT);
            Javalin server = server(census, live, tier, options.publish().isEmpty(), watch);
            server.start(options.host(), options.port());
            return new Dashboard(server, census, live, options);
        } catch (IOException | JavalinBindException e) {
            census.close();
            throw new UserError(
                    "The dashboard cannot listen on %s port %d (%s); name another with --host and --port."
                            .formatted(options.host(), options.port(), e.getMessage()),
                    e);
        } catch (UserError e) {
            census.close();
            throw e;
        }
    }

    /// Before the server does, which would log an error of its own beside our sentence.
    private static void tryToListen(DashboardOptions options) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
            if (address.isUnresolved()) {
                throw new IOException("no such host");
            }
            socket.bind(address);
        }
    }

    /// @param forOwnMachine nobody has said what others may see
    private static Javalin server(Census census, Live live, Tier tier, boolean forOwnMachine, RequestWatch watch) {
        ResponseCache responses = new ResponseCache(census, watch);
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.generateEtags = true;
            config.http.maxRequestSize = 0;
            config.router.handlerWrapper(
                    endpoint -> Reader.serving(kept(endpoint) ? responses.over(endpoint.handler) : endpoint.handler));
            config.jetty.modifyHttpConfiguration(http -> {
                http.setRequestHeaderSize(LONGEST_HEADERS);
                http.setSendServerVersion(false);
            });
            config.jetty.modifyServer(server -> server.addBean(new NetworkConnectionLimit(CONNECTIONS, server)));
            config.jetty.modifyServletContextHandler(new WatchedRequests(watch)::around);
            WatchedRequests.note(config.routes);
            if (forOwnMachine) {
                OwnMachine.add(config.routes);
            }
            Routes.add(config.routes, census, tier, live);
        });
    }

    /// Files of our own are in memory, and the browser keeps them.
    private static boolean kept(Endpoint endpoint) {
        return endpoint.method.equals(HandlerType.GET) && !endpoint.path.startsWith("/assets/");
    }

    /// Where a browser on this machine finds it, such as `http://127.0.0.1:8080/`.
    public URI url() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return URI.create("http://%s:%d/".formatted(host, server.port()));
    }

    /// Stops listening and lets go of the store.
    @Override
    public void close() {
        live.close();
        server.stop();
        census.close();
    }
}
