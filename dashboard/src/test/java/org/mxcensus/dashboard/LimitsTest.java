package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.evidence.Evidence;
import org.mxcensus.analyzer.stats.Trends;
import org.mxcensus.analyzer.warehouse.Crowded;
import org.mxcensus.analyzer.warehouse.Overtime;
import org.mxcensus.dashboard.census.Absence;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.census.UnderWay;

/// What a request may take.
class LimitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"domain/example.nl", "api/v1/domains/example.nl"})
    void whereTooManyAskOneIsToldWhenToComeAgain(String address) throws Exception {
        HttpResponse<String> answer = ask(Crowded::new, address);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("Too many ask at the same time; ask again in some seconds.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain/example.nl", "api/v1/domains/example.nl"})
    void whatTakesTooLongIsRefusedInOneSentence(String address) throws Exception {
        HttpResponse<String> answer = ask(() -> new Overtime(new IllegalStateException()), address);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("takes longer than there is time for; ask for less.");
    }

    @Test
    void moreRowsThanThereArePagesForAreRefused() throws Exception {
        try (Dashboard dashboard = Dashboard.start(FixtureCensus.ofAYear(), DashboardOptions.DEFAULT)) {
            assertThat(get(dashboard, "api/v1/tlds?limit=10001").statusCode()).isEqualTo(400);
            assertThat(get(dashboard, "api/v1/tlds?limit=99999999999").body()).contains("from 1 to 10000.");
            assertThat(get(dashboard, "api/v1/tlds?limit=10000").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAddressOrHeadersThatAreTooLongAreNotRead() throws Exception {
        try (Dashboard dashboard = Dashboard.start(FixtureCensus.ofAYear(), DashboardOptions.DEFAULT)) {
            assertThat(raw(dashboard, "/search?q=" + "a".repeat(9000), "")).startsWith("HTTP/1.1 414 ");
            assertThat(raw(dashboard, "/", "X-Long: " + "a".repeat(9000) + "\r\n"))
                    .startsWith("HTTP/1.1 431 ");
            assertThat(raw(dashboard, "/metrics", "X-Long: " + "a".repeat(4000) + "\r\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContain("Server: ");
        }
    }

    @Test
    void whoComesWhenAllConnectionsAreTakenIsServedWhenSomebodyLeaves() throws Exception {
        List<Socket> guests = new ArrayList<>();
        try (Dashboard dashboard = Dashboard.start(FixtureCensus.ofAYear(), DashboardOptions.DEFAULT)) {
            for (int i = 0; i < 1000; i++) {
                guests.add(guest(dashboard));
                assertThat(status(guests.getLast())).isEqualTo("HTTP/1.1 200 OK");
            }
            try (Socket late = guest(dashboard)) {
                late.setSoTimeout(500);
                assertThatThrownBy(() -> status(late)).isInstanceOf(SocketTimeoutException.class);

                guests.getFirst().close();

                late.setSoTimeout(0);
                assertThat(status(late)).isEqualTo("HTTP/1.1 200 OK");
            }
        } finally {
            for (Socket guest : guests) {
                guest.close();
            }
        }
    }

    /// Asks for something small and stays.
    private static Socket guest(Dashboard dashboard) throws IOException {
        Socket socket = new Socket("127.0.0.1", dashboard.url().getPort());
        socket.getOutputStream()
                .write("HEAD /api/v1/crawls HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    private static String raw(Dashboard dashboard, String path, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", dashboard.url().getPort())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"
                            .formatted(path, headers)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> ask(Supplier<RuntimeException> failure, String address) throws Exception {
        try (Dashboard dashboard =
                Dashboard.start(new Failing(FixtureCensus.ofAYear(), failure), DashboardOptions.DEFAULT)) {
            return get(dashboard, address);
        }
    }

    private static HttpResponse<String> get(Dashboard dashboard, String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(dashboard.url().resolve("/" + address))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /// A census whose evidence cannot be had.
    record Failing(Census census, Supplier<RuntimeException> failure) implements Census {
        @Override
        public Optional<Trends> trends() {
            return census.trends();
        }

        @Override
        public Evidence evidence() {
            throw failure.get();
        }

        @Override
        public Analyses analyses() {
            return census.analyses();
        }

        @Override
        public String edition() {
            return census.edition();
        }

        @Override
        public Optional<String> notice() {
            return census.notice();
        }

        @Override
        public List<UnderWay> underWay() {
            return List.of();
        }

        @Override
        public Absence absence() {
            return census.absence();
        }

        @Override
        public void close() {
            census.close();
        }
    }
}
