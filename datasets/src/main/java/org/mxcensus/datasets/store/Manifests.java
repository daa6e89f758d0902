package org.mxcensus.datasets.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The manifests of a store: `manifests/crawl=<date>.json`.
///
/// @param store where they lie
public record Manifests(Store store) {
    private static final String FOLDER = "manifests/";

    /// One JSON dialect for every document of the dataset: snake case, ISO dates, unknown fields ignored.
    public static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /// The crawls that have a manifest, oldest first.
    public List<LocalDate> crawls() {
        return store.list(FOLDER).stream()
                .filter(name -> name.startsWith(FOLDER + "crawl=") && name.endsWith(".json"))
                .map(name ->
                        LocalDate.parse(name.substring((FOLDER + "crawl=").length(), name.length() - ".json".length())))
                .toList();
    }

    /// The manifest of a crawl; empty where the crawl has none yet.
    ///
    /// @throws UserError where the manifest cannot be read
    public Optional<Manifest> find(LocalDate crawl) {
        if (!store.exists(name(crawl))) {
            return Optional.empty();
        }
        Path file = store.local(name(crawl));
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Manifest.class));
        } catch (JacksonException e) {
            throw new UserError(
                    "The manifest %s is damaged (%s); run `mxcensus finish --crawl %s` to write it anew."
                            .formatted(file, e.getOriginalMessage(), crawl),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By what the state of a crawl's manifest is known: another text as soon as another file is there.
    ///
    /// @return empty where the crawl has none
    public Optional<String> state(LocalDate crawl) {
        if (!store.exists(name(crawl))) {
            return Optional.empty();
        }
        Path file = store.local(name(crawl));
        try {
            return Optional.of("%s %d".formatted(Files.getLastModifiedTime(file), Files.size(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Switches a crawl's readers to this manifest.
    public void publish(Manifest manifest) {
        try {
            store.publish(JSON.writeValueAsBytes(manifest), name(manifest.crawl()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is plain data", e);
        }
    }

    /// The name of a crawl's manifest in the store.
    public static String name(LocalDate crawl) {
        return FOLDER + "crawl=" + crawl + ".json";
    }
}
