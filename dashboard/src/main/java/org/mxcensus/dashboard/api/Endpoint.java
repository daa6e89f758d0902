package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.analyzer.publish.Tier;
import org.mxcensus.dashboard.query.Parameter;

/// An address of the API. Its routes, its description in OpenAPI and its part of the page about the API come from
/// this one definition.
///
/// @param path below which it is found, with parameters in braces
/// @param reveals from which tier on it is there for outsiders
/// @param summary what it answers, one sentence
/// @param parameters all that it takes; a request with others is refused
/// @param line what a line of its CSV is; empty where it has none
/// @param answering makes the answer
public record Endpoint(
        String path,
        Tier reveals,
        String summary,
        List<Parameter<?>> parameters,
        Optional<Class<? extends Record>> line,
        Function<Context, Answer> answering) {

    /// One that answers in JSON alone, since the answer is no table.
    static Endpoint document(
            String path,
            Tier reveals,
            String summary,
            Function<Context, Answer> answering,
            Parameter<?>... parameters) {
        return new Endpoint(path, reveals, summary, List.of(parameters), Optional.empty(), answering);
    }

    /// One that answers in CSV too, at the same path with `.csv`.
    static Endpoint table(
            String path,
            Tier reveals,
            String summary,
            Class<? extends Record> line,
            Function<Context, Answer> answering,
            Parameter<?>... parameters) {
        return new Endpoint(path, reveals, summary, List.of(parameters), Optional.of(line), answering);
    }

    /// The path at which it answers in CSV; empty where it does not.
    public Optional<String> csvPath() {
        return line.map(_ -> path + ".csv");
    }

    /// Every path at which it answers.
    public List<String> paths() {
        return Stream.concat(Stream.of(path), csvPath().stream()).toList();
    }
}
