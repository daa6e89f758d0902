package org.mxcensus.cli.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.mxcensus.datasets.store.UserError;

/// Answers at `/metrics`, `/health/live` and `/health/ready`.
final class MonitorServer implements AutoCloseable {
    private static final String TEXT = "text/plain; charset=utf-8";
    /// Prometheus's own text format.
    private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Supplier<String> metrics;
    private final Supplier<Optional<String>> unready;

    private MonitorServer(HttpServer server, Supplier<String> metrics, Supplier<Optional<String>> unready) {
        this.server = server;
        this.metrics = metrics;
        this.unready = unready;
    }

    /// @param metrics in Prometheus's format
    /// @param unready why the program is not ready; empty where it is
    /// @throws UserError where the address cannot be listened on
    static MonitorServer start(
            InetSocketAddress address, Supplier<String> metrics, Supplier<Optional<String>> unready) {
        try {
            MonitorServer monitor = new MonitorServer(HttpServer.create(address, 0), metrics, unready);
            monitor.server.createContext("/", monitor::answer);
            monitor.server.setExecutor(monitor.threads);
            monitor.server.start();
            return monitor;
        } catch (IOException e) {
            throw new UserError(
                    "Cannot listen on %s:%d for --metrics-port (%s); give another port, or 0 for a free one."
                            .formatted(address.getHostString(), address.getPort(), e.getMessage()),
                    e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> send(exchange, 200, EXPOSITION, metrics.get());
                // Whoever answers is alive.
                case "/health/live" -> send(exchange, 200, TEXT, "live\n");
                case "/health/ready" -> {
                    Optional<String> why = unready.get();
                    send(exchange, why.isEmpty() ? 200 : 503, TEXT, why.orElse("ready") + "\n");
                }
                default -> send(exchange, 404, TEXT, "There is /metrics, /health/live and /health/ready here.\n");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
