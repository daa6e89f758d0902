package org.mxcensus.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.dashboard.Dashboard;
import org.mxcensus.dashboard.DashboardOptions;
import org.mxcensus.datasets.store.DirectoryStore;

/// A dashboard without a crawl, asked for this and that.
class RequestMetersTest {
    @TempDir
    Path folder;

    private Monitor monitor;
    private Dashboard dashboard;

    @BeforeEach
    void start() {
        monitor = Monitor.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        dashboard = Dashboard.start(
                new DirectoryStore(folder), new DashboardOptions("127.0.0.1", 0, Optional.empty()), monitor.requests());
    }

    @AfterEach
    void stop() {
        dashboard.close();
        monitor.close();
    }

    @Test
    void addressesThatStrangersInventAreOneRoute() throws Exception {
        int shown = get("tld/nl");
        assertThat(get("tld/invented")).isEqualTo(shown);
        assertThat(get("nowhere/at/all")).isEqualTo(404);
        int refused = open("POST", "tld/nl").getResponseCode();
        assertThat(refused).isBetween(400, 499);

        awaitEnded(4);
        assertThat(series())
                .containsEntry(count("/tld/{tld}", shown), 2.0)
                .containsEntry(count("/*", 404), 1.0)
                .containsEntry(count("none", refused), 1.0);
        assertThat(series().keySet()).noneMatch(name -> name.contains("invented") || name.contains("nowhere"));
    }

    @Test
    void whatHasBeenMadeAlreadyIsAHit() throws Exception {
        for (int request = 0; request < 3; request++) {
            assertThat(get("methodology")).isEqualTo(200);
        }

        awaitEnded(3);
        assertThat(series())
                .containsEntry("mxcensus_dashboard_cache_total{result=\"miss\"}", 1.0)
                .containsEntry("mxcensus_dashboard_cache_total{result=\"hit\"}", 2.0)
                .containsEntry(count("/methodology", 200), 3.0)
                .containsEntry(
                        "mxcensus_dashboard_request_seconds_bucket{route=\"/methodology\",status=\"200\",le=\"+Inf\"}",
                        3.0);
        assertThat(series())
                .containsKey(
                        "mxcensus_dashboard_request_seconds_bucket{route=\"/methodology\",status=\"200\",le=\"0.025\"}");
    }

    @Test
    void aListenerIsInFlightUntilItIsSentAway() throws Exception {
        HttpURLConnection listener = open("GET", "live");
        listener.setRequestProperty("Accept", "text/event-stream");
        try (InputStream events = listener.getInputStream()) {
            assertThat(events.read()).isEqualTo('e');
            assertThat(series()).containsEntry("mxcensus_dashboard_in_flight", 1.0);
            dashboard.close();
        }

        awaitEnded(1);
        assertThat(series()).containsEntry("mxcensus_dashboard_in_flight", 0.0);
        assertThat(series()).containsEntry(count("/live", 200), 1.0);
    }

    private static String count(String route, int status) {
        return "mxcensus_dashboard_request_seconds_count{route=\"%s\",status=\"%d\"}".formatted(route, status);
    }

    /// A request ends a little after its client has the last byte.
    private void awaitEnded(int requests) {
        await().until(() -> series().entrySet().stream()
                        .filter(one -> one.getKey().startsWith("mxcensus_dashboard_request_seconds_count"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                == requests);
    }

    private Map<String, Double> series() {
        return Scrape.of(monitor.port().orElseThrow(), "/metrics").series();
    }

    /// @return the status
    private int get(String path) throws Exception {
        return open("GET", path).getResponseCode();
    }

    private HttpURLConnection open(String method, String path) throws Exception {
        URI address = dashboard.url().resolve(path);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestMethod(method);
        return connection;
    }
}
