package org.mxcensus.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A headless Chromium driven over its DevTools protocol: opens one page at a time and tells what happened on it.
final class Chromium implements AutoCloseable {
    private static final String ANNOUNCEMENT = "DevTools listening on ";

    private final Process process;
    private final DevTools tools;

    /// What a page is looked at with.
    enum Screen {
        DESK(1280, 900, false),
        PHONE(390, 844, true);

        final int width;
        final int height;
        final boolean mobile;

        Screen(int width, int height, boolean mobile) {
            this.width = width;
            this.height = height;
            this.mobile = mobile;
        }
    }

    enum Scheme {
        LIGHT,
        DARK
    }

    /// What was seen on a page once its charts were drawn.
    ///
    /// @param complaints console errors, uncaught exceptions and what the browser logs as an error
    /// @param requests every address that was asked for
    /// @param charts how many figures there are
    /// @param overflow how many pixels the page is wider than the screen
    record Seen(List<String> complaints, List<String> requests, int charts, int overflow) {}

    private Chromium(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /// @param program the browser
    /// @param profile an empty directory for its profile
    static Chromium start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        URI browser = announced(process.errorReader());
        return new Chromium(process, DevTools.connect(pageOf(browser)));
    }

    /// Opens an address and waits until it is loaded and every chart on it is drawn.
    Seen open(String address, Screen screen, Scheme scheme) {
        tools.forget();
        tools.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", screen.width,
                        "height", screen.height,
                        "deviceScaleFactor", 1,
                        "mobile", screen.mobile));
        tools.call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of(
                                "name",
                                "prefers-color-scheme",
                                "value",
                                scheme.name().toLowerCase(java.util.Locale.ROOT)))));
        CompletableFuture<JsonNode> loaded = loading();
        tools.call("Page.navigate", Map.of("url", address));
        loaded.join();
        int charts = evaluate(DRAWN).asInt();
        return new Seen(
                tools.complaints(), tools.requests(), charts, evaluate(OVERFLOW).asInt());
    }

    /// Has the pages that are opened next asked for in a language.
    void speaking(String language) {
        tools.call("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    }

    /// Completes when the page that is opened next is loaded.
    CompletableFuture<JsonNode> loading() {
        return tools.next("Page.loadEventFired").orTimeout(60, TimeUnit.SECONDS);
    }

    /// Evaluates an expression on the open page and gives its value.
    JsonNode evaluate(String expression) {
        JsonNode answer = tools.call(
                "Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        return answer.path("result").path("value");
    }

    /// The whole page as it is now.
    byte[] screenshot() {
        JsonNode answer = tools.call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode(answer.path("data").asText());
    }

    /// Resolves to the number of figures when all are drawn; to -1 where one never is.
    private static final String DRAWN = """
        new Promise(resolve => {
          const figures = [...document.querySelectorAll('figure[data-chart]')];
          const look = left => {
            if (figures.every(f => f.dataset.drawn === 'true')) resolve(figures.length);
            else if (left === 0) resolve(-1);
            else requestAnimationFrame(() => look(left - 1));
          };
          look(1200);
        })\
        """;

    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static URI announced(BufferedReader log) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.startsWith(ANNOUNCEMENT)) {
                // The rest of its log has to be read, or the browser waits for a reader.
                Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {}));
                return URI.create(line.substring(ANNOUNCEMENT.length()).strip());
            }
            said.add(line);
        }
        throw new IOException("Chromium did not start: " + String.join(" / ", said));
    }

    private static URI pageOf(URI browser) throws IOException {
        URI list = URI.create("http://%s:%d/json/list".formatted(browser.getHost(), browser.getPort()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (JsonNode target : DevTools.JSON.readTree(DevTools.get(client, list))) {
                if (target.path("type").asText().equals("page")) {
                    return URI.create(target.path("webSocketDebuggerUrl").asText());
                }
            }
        }
        throw new IOException("Chromium has no page");
    }

    @Override
    public void close() {
        tools.close();
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
