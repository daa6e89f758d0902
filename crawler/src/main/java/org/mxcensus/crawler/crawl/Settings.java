package org.mxcensus.crawler.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// What a crawl over Kafka is measured with. The first worker says it, all others must agree: a census is one
/// measurement, however many take part.
public final class Settings {
    private static final String FILE = "settings.json";
    /// Each row says where it was seen from; a preflight is renewed while a crawl runs.
    private static final Set<String> MAY_DIFFER = Set.of("vantage", "preflight");

    private Settings() {}

    /// @param ours what this worker would measure with
    /// @return whether this worker is the first to say so
    /// @throws UserError where the crawl is measured with something else
    static boolean agree(WorkFiles files, Map<String, String> ours) {
        boolean first = files.store().publishFirst(json(ours), files.named(FILE));
        Map<String, String> agreed = of(files);
        String differences = ours.entrySet().stream()
                .filter(setting -> !MAY_DIFFER.contains(setting.getKey()))
                .filter(setting -> !setting.getValue().equals(agreed.get(setting.getKey())))
                .map(setting -> "%s is %s and not %s"
                        .formatted(setting.getKey(), agreed.get(setting.getKey()), setting.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!differences.isEmpty()) {
            throw new UserError(
                    "The crawl of %s is measured otherwise by the workers before this one: %s; start it with their options."
                            .formatted(files.crawl(), differences));
        }
        return first;
    }

    private static byte[] json(Map<String, String> settings) {
        try {
            return Manifests.JSON.writeValueAsBytes(new TreeMap<>(settings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are plain data", e);
        }
    }

    /// What was agreed on; empty where no worker has taken part.
    public static Map<String, String> of(WorkFiles files) {
        if (!files.store().exists(files.named(FILE))) {
            return Map.of();
        }
        try {
            return Manifests.JSON.readValue(
                    Files.readAllBytes(files.store().local(files.named(FILE))), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
