package org.mxcensus.cli.thirdparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A bill of materials as CycloneDX writes it.
///
/// @param parts those of others, in the order of the build
record Bom(Stream<Part> parts) {
    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    /// Whose POM says less than their licence does: "The BSD License", which is the one of two clauses.
    private static final Map<String, String> SAID_BETTER = Map.of("stax2-api", "BSD-2-Clause");

    static Bom read(Path file) throws IOException {
        return new Bom(elements(new ObjectMapper().readTree(file.toFile()).path("components"))
                .filter(component -> !component.path("group").asText().equals("org.mxcensus"))
                .map(component -> new Part(file(component), licence(component), sha256(component))));
    }

    private static String file(JsonNode component) {
        Matcher classifier = CLASSIFIER.matcher(component.path("purl").asText());
        return component.path("name").asText()
                + "-"
                + component.path("version").asText()
                + (classifier.find() ? "-" + classifier.group(1) : "")
                + ".jar";
    }

    private static String licence(JsonNode component) {
        String said = elements(component.path("licenses"))
                .map(choice -> choice.has("expression")
                        ? choice.path("expression")
                                .asText()
                                .replaceAll("[()]", "")
                                .replace(" OR ", " or ")
                        : choice.path("license")
                                .path("id")
                                .asText(choice.path("license").path("name").asText()))
                .collect(Collectors.joining(" or "));
        return SAID_BETTER.getOrDefault(component.path("name").asText(), said);
    }

    private static String sha256(JsonNode component) {
        return elements(component.path("hashes"))
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
