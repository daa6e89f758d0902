package org.mxcensus.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One conversation over the DevTools protocol: numbered calls with their answers, and events in between.
final class DevTools implements WebSocket.Listener, AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private WebSocket socket;

    static DevTools connect(URI page) {
        DevTools tools = new DevTools();
        tools.socket =
                tools.client.newWebSocketBuilder().buildAsync(page, tools).join();
        List.of("Page", "Runtime", "Log", "Network").forEach(domain -> tools.call(domain + ".enable", Map.of()));
        return tools;
    }

    /// Calls a method and waits for its answer.
    JsonNode call(String method, Map<String, ?> parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        try {
            socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .join();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        JsonNode came = answer.orTimeout(60, TimeUnit.SECONDS).join();
        if (came.has("error")) {
            throw new IllegalStateException(method + ": " + came.get("error"));
        }
        return came.path("result");
    }

    /// The next event of that name.
    CompletableFuture<JsonNode> next(String event) {
        return awaited.computeIfAbsent(event, ignored -> new CompletableFuture<>());
    }

    void forget() {
        complaints.clear();
        requests.clear();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            try {
                take(JSON.readTree(message.toString()));
            } catch (JsonProcessingException e) {
                complaints.add("not JSON: " + e.getOriginalMessage());
            }
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode said) {
        CompletableFuture<JsonNode> answer = answers.remove(said.path("id").asInt());
        if (answer != null) {
            answer.complete(said);
            return;
        }
        JsonNode about = said.path("params");
        String event = said.path("method").asText();
        switch (event) {
            case "Network.requestWillBeSent" ->
                requests.add(about.path("request").path("url").asText());
            case "Runtime.exceptionThrown" ->
                complaints.add(about.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (about.path("type").asText().matches("error|warning|assert")) {
                    complaints.add(about.path("args").toString());
                }
            }
            case "Log.entryAdded" -> complaints.add(about.path("entry").toString());
            default -> {}
        }
        CompletableFuture<JsonNode> waiting = awaited.remove(event);
        if (waiting != null) {
            waiting.complete(about);
        }
    }

    static String get(HttpClient client, URI address) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }
}
