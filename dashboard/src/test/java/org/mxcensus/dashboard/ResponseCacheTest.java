package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.dashboard.census.Analyses;
import org.mxcensus.dashboard.census.Census;

/// A response is made once an edition, for each who reads it otherwise.
class ResponseCacheTest {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String edition = "first";
    private volatile boolean workedOut = true;
    private Dashboard dashboard;

    @BeforeEach
    void start() {
        dashboard = Dashboard.start(counting(FixtureCensus.ofAYear()), DashboardOptions.DEFAULT);
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tlds", "chart?metric=dane", "api/v1/tlds", "api/v1/tlds.csv", "domain/example.nl"})
    void theSecondTimeNothingIsLookedUp(String address) throws Exception {
        HttpResponse<String> first = get(address);
        int before = asked.get();

        HttpResponse<String> second = get(address);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(before).isPositive();
        assertThat(asked).hasValue(before);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(headers(second)).isEqualTo(headers(first));
    }

    @Test
    void anotherEditionIsLookedUp() throws Exception {
        get("api/v1/tlds");
        int before = asked.get();
        edition = "second";

        assertThat(get("api/v1/tlds").headers().firstValue("ETag").orElseThrow())
                .contains("second");
        assertThat(asked.get()).isGreaterThan(before);
    }

    @Test
    void otherParametersAndAnotherLanguageAreOtherResponses() throws Exception {
        assertThat(get("tlds")).isNotEqualTo(get("tlds?metric=starttls"));
        assertThat(get("tlds", "Accept-Language", "de").body())
                .contains("data-locale=\"de\"")
                .doesNotContain("data-locale=\"fr\"");
        assertThat(get("tlds", "Accept-Language", "fr").body()).contains("data-locale=\"fr\"");
    }

    @Test
    void whatFailsIsTriedAgain() throws Exception {
        assertThat(get("tld/nowhere").statusCode()).isEqualTo(404);
        int before = asked.get();

        assertThat(get("tld/nowhere").statusCode()).isEqualTo(404);
        assertThat(asked.get()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider/big.example", "providers"})
    void whatIsYetToBeWorkedOutIsThereForTheNextReader(String address) throws Exception {
        workedOut = false;
        HttpResponse<String> first = get(address);
        workedOut = true;
        HttpResponse<String> second = get(address);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(first.body()).contains("open this page again in half a minute");
        assertThat(second.headers().firstValue("Cache-Control")).isEmpty();
        assertThat(second.body()).doesNotContain("open this page again in half a minute");
    }

    @Test
    void whoHasTheResponseGetsNone() throws Exception {
        String tag = get("api/v1/tlds").headers().firstValue("ETag").orElseThrow();

        assertThat(get("api/v1/tlds", "If-None-Match", tag).statusCode()).isEqualTo(304);
        String page = get("tlds").headers().firstValue("ETag").orElseThrow();
        assertThat(get("tlds", "If-None-Match", page).statusCode()).isEqualTo(304);
    }

    /// But for the time at which it was sent.
    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    /// Counts how often anything but its state is asked for.
    private Census counting(Census census) {
        return standIn(
                Census.class,
                (method, answer) -> switch (method) {
                    case "edition" -> edition;
                    case "trends", "statistics", "evidence" -> {
                        asked.incrementAndGet();
                        yield answer.call();
                    }
                    case "analyses" -> {
                        asked.incrementAndGet();
                        yield hesitating(census.analyses());
                    }
                    default -> answer.call();
                },
                census);
    }

    /// Knows nothing yet of what is not worked out.
    private Analyses hesitating(Analyses analyses) {
        return standIn(
                Analyses.class,
                (method, answer) -> method.startsWith("known") && !workedOut ? Optional.empty() : answer.call(),
                analyses);
    }

    private interface StandIn {
        Object answer(String method, Callable<Object> real) throws Exception;
    }

    private static <T> T standIn(Class<T> type, StandIn standIn, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> standIn.answer(method.getName(), () -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                })));
    }

    private HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(dashboard.url().resolve("/" + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
