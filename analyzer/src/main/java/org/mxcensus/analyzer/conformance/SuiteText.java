package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.mxcensus.datasets.store.Manifests;

/// Suites as JSON: the dialect of the dataset's documents, but a member that has no meaning is an error.
public final class SuiteText {
    static final JsonMapper JSON = Manifests.JSON
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SuiteText() {}

    /// The suite that comes with the program.
    public static Suite<? extends SuiteCase> bundled(SuiteKind kind) {
        return bundled(kind.suite(), kind.cases());
    }

    /// The same, with its cases of the kind that the caller knows.
    ///
    /// @param suite its name
    public static <C extends SuiteCase> Suite<C> bundled(String suite, Class<C> cases) {
        String name = "/org/mxcensus/datasets/conformance/" + suite + ".json";
        try (InputStream in = Manifests.class.getResourceAsStream(name)) {
            return read(Given.value(in, name).readAllBytes(), cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <C extends SuiteCase> Suite<C> read(byte[] json, Class<C> cases) throws JacksonException {
        try {
            return JSON.readValue(json, type(cases));
        } catch (JacksonException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaType type(Class<? extends SuiteCase> cases) {
        return JSON.getTypeFactory().constructParametricType(Suite.class, cases);
    }

    /// The text of a suite, a line for each member.
    public static String write(Suite<?> suite) {
        try {
            return JSON.writeValueAsString(suite) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a suite is plain data", e);
        }
    }
}
