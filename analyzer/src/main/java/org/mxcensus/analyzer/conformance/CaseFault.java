package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with JSON that is no case, in a phrase.
final class CaseFault {
    private CaseFault() {}

    static String of(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "nothing is known of " + where(unknown.getPath());
            case InvalidFormatException wrong
            when wrong.getTargetType().isEnum() ->
                "%s is \"%s\" and should be one of %s"
                        .formatted(
                                where(wrong.getPath()),
                                wrong.getValue(),
                                Arrays.stream(wrong.getTargetType().getEnumConstants())
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")));
            case ValueInstantiationException wrong
            when wrong.getCause() instanceof IllegalArgumentException missing ->
                missing.getMessage() + (wrong.getPath().isEmpty() ? "" : " in " + where(wrong.getPath()));
            case JsonMappingException wrong
            when !wrong.getPath().isEmpty() -> where(wrong.getPath()) + " does not hold what belongs there";
            default -> "it is of another form";
        };
    }

    /// Such as `cases[3].tlsa.status`.
    private static String where(List<JsonMappingException.Reference> path) {
        String joined = path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return "\"" + (joined.startsWith(".") ? joined.substring(1) : joined) + "\"";
    }
}
