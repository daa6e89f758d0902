package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mxcensus.dashboard.census.Census;

/// A dashboard that is there while the tests of a class run, and somebody who asks it.
final class Visit implements BeforeAllCallback, AfterAllCallback {
    private final Census census;
    private Dashboard dashboard;
    private HttpClient client;

    /// @param census that the dashboard shows
    Visit(Census census) {
        this.census = census;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        dashboard = Dashboard.start(census, DashboardOptions.DEFAULT);
        client = HttpClient.newHttpClient();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        client.close();
        dashboard.close();
    }

    /// Where it is.
    URI url() {
        return dashboard.url();
    }

    /// What it answers.
    ///
    /// @param address without the leading slash
    /// @param headers names and values in turn
    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        return fetch(URI.create(dashboard.url() + address), headers);
    }

    /// What is answered at any address, also of other dashboards.
    HttpResponse<String> fetch(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// What a page says, without its markup.
    String text(String address) throws IOException, InterruptedException {
        return get(address).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    /// An answer in JSON, which says that it is.
    static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        return DevTools.JSON.readTree(answer.body());
    }
}
