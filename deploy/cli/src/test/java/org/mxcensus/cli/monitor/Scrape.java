package org.mxcensus.cli.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a monitor answered.
///
/// @param status of HTTP
public record Scrape(int status, String body) {

    /// Asks.
    ///
    /// @param path such as `/metrics`
    public static Scrape of(int port, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Scrape(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Every series with its value, such as `mxcensus_stage_rows_total{stage="smtp"}`.
    public Map<String, Double> series() {
        Map<String, Double> series = new LinkedHashMap<>();
        body.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            series.put(
                    line.substring(0, end),
                    Double.parseDouble(line.substring(end + 1).replace("+Inf", "Infinity")));
        });
        return series;
    }
}
