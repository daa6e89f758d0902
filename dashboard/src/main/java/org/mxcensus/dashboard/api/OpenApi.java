package org.mxcensus.dashboard.api;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;

/// The description of the API in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made of its definitions.
final class OpenApi {
    private OpenApi() {}

    /// The whole document.
    static Map<String, Object> of(List<Endpoint> endpoints) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            paths.put(endpoint.path(), Map.of("get", operation(endpoint, "application/json", json())));
            endpoint.csvPath()
                    .ifPresent(path -> paths.put(
                            path,
                            Map.of(
                                    "get",
                                    operation(endpoint, "text/csv", Map.of("schema", Map.of("type", "string"))))));
        }
        return ordered(
                "openapi",
                "3.1.0",
                "info",
                Map.of(
                        "title",
                        "mxcensus",
                        "version",
                        "1",
                        "description",
                        "How mail is protected in transit. Every figure comes with its numerator, its denominator and "
                                + "what could not be measured, which is never counted as no."),
                "servers",
                List.of(Map.of("url", "/")),
                "paths",
                paths,
                "components",
                Map.of("schemas", schemas(endpoints)));
    }

    private static Map<String, Object> operation(Endpoint endpoint, String type, Map<String, Object> content) {
        Map<String, Object> responses = new TreeMap<>();
        Map<String, Object> good = new LinkedHashMap<>(content);
        endpoint.line().ifPresent(line -> good.put("x-line", "#/components/schemas/" + line.getSimpleName()));
        responses.put("200", Map.of("description", endpoint.summary(), "content", Map.of(type, good)));
        responses.put("304", Map.of("description", "Nothing has changed since the ETag of If-None-Match."));
        responses.put("400", refusal("A parameter cannot be read; the sentence says what can."));
        responses.put("404", refusal("There is nothing of that name."));
        responses.put("503", refusal("The answer is being worked out, or the data cannot be read; ask again later."));
        return ordered(
                "summary",
                endpoint.summary(),
                "parameters",
                endpoint.parameters().stream().map(OpenApi::parameter).toList(),
                "responses",
                responses);
    }

    private static Map<String, Object> parameter(Parameter<?> parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        if (!parameter.values().isEmpty()) {
            schema.put("enum", parameter.values());
        }
        if (!parameter.otherwise().isEmpty()) {
            schema.put("default", parameter.otherwise());
        }
        return ordered(
                "name",
                parameter.name(),
                "in",
                Parameters.id(parameter.place()),
                "required",
                parameter.place() == Parameter.Place.PATH,
                "description",
                parameter.sentence(),
                "schema",
                schema,
                "example",
                parameter.example());
    }

    private static Map<String, Object> refusal(String description) {
        return Map.of(
                "description",
                description,
                "content",
                Map.of(
                        "application/json",
                        Map.of(
                                "schema",
                                Map.of("type", "object", "properties", Map.of("error", Map.of("type", "string"))))));
    }

    private static Map<String, Object> json() {
        return Map.of("schema", Map.of("type", "object"));
    }

    private static Map<String, Object> schemas(List<Endpoint> endpoints) {
        Map<String, Object> schemas = new TreeMap<>();
        endpoints.stream()
                .flatMap(endpoint -> endpoint.line().stream())
                .distinct()
                .forEach(line -> schemas.put(line.getSimpleName(), schema(line)));
        return schemas;
    }

    private static Map<String, Object> schema(Class<? extends Record> line) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Stream.of(line.getRecordComponents())
                .forEach(component ->
                        properties.put(Names.snakeCase(component.getName()), Map.of("type", type(component))));
        return Map.of("type", "object", "properties", properties);
    }

    private static String type(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class || type == int.class) {
            return "integer";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        return List.class.isAssignableFrom(type) ? "array" : "string";
    }

    /// Names and values in turn.
    private static Map<String, Object> ordered(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
