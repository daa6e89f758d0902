package org.mxcensus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// A compose file as an engine reads it: anchors and merges resolved, variables filled in.
///
/// @param root its outermost mapping
record ComposeFile(Map<String, Object> root) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):\\?([^}]+)}");

    /// @param variables which the file must all know, and know no others
    static ComposeFile read(Path file, Map<String, String> variables) throws IOException {
        String text = VARIABLE.matcher(Files.readString(file)).replaceAll(match -> {
            String value = variables.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + match.group());
            }
            return value;
        });
        if (text.contains("${")) {
            throw new IllegalArgumentException("a variable without a sentence for who has not set it: "
                    + text.substring(text.indexOf("${")).lines().findFirst().orElse(""));
        }
        return new ComposeFile(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        mapping(root, "services").forEach((name, service) -> services.put(name, mapping(service)));
        return services;
    }

    /// Those that run mxcensus, by name.
    Map<String, Map<String, Object>> census() {
        Map<String, Map<String, Object>> census = services();
        census.values().removeIf(service -> !"mxcensus".equals(service.get("image")));
        return census;
    }

    Map<String, Object> service(String name) {
        return mapping(mapping(root, "services"), name);
    }

    static Map<String, Object> mapping(Map<String, Object> parent, String key) {
        return mapping(parent.get(key));
    }

    static List<String> words(Map<String, Object> parent, String key) {
        return Stream.of((List<?>) parent.getOrDefault(key, List.of()))
                .flatMap(List::stream)
                .map(String::valueOf)
                .toList();
    }

    @SuppressWarnings("unchecked") // YAML's keys are words here
    private static Map<String, Object> mapping(Object value) {
        return (Map<String, Object>) value;
    }
}
