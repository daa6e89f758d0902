package org.mxcensus.dashboard.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.publish.Reveals;
import org.mxcensus.dashboard.query.Parameter;

/// Answers requests to the API: parameters are checked, and what the caller has already is not made again.
///
/// @param census what answers rest on
/// @param endpoints all addresses
/// @param published those of them that the description names
public record ApiRoutes(Census census, List<Endpoint> endpoints, List<Endpoint> published) {
    /// Where the description in OpenAPI lies.
    public static final String DESCRIPTION = "/api/v1/openapi.json";

    public void add(JavalinDefaultRoutingApi routes) {
        for (Endpoint endpoint : endpoints) {
            routes.get(endpoint.path(), context -> json(context, endpoint), new Reveals(endpoint.reveals()));
            endpoint.line()
                    .ifPresent(line -> routes.get(
                            endpoint.path() + ".csv",
                            context -> csv(context, endpoint, line),
                            new Reveals(endpoint.reveals())));
        }
        routes.get(DESCRIPTION, context -> Json.answer(context, OpenApi.of(published)), Reveals.AGGREGATES);
    }

    private void json(Context context, Endpoint endpoint) {
        answer(context, endpoint).ifPresent(answer -> Json.answer(context, answer.document()));
    }

    private void csv(Context context, Endpoint endpoint, Class<? extends Record> line) {
        answer(context, endpoint)
                .ifPresent(
                        answer -> context.result(Csv.of(line, answer.rows())).contentType("text/csv; charset=utf-8"));
    }

    /// Empty where the caller has it already, and the response says so.
    private Optional<Answer> answer(Context context, Endpoint endpoint) {
        refuseUnknown(context, endpoint);
        // Before the answer is made: should a crawl come in meanwhile, the caller asks once too often.
        String tag = '"' + census.edition() + '"';
        if (has(context, tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
            return Optional.empty();
        }
        Answer answer = endpoint.answering().apply(context);
        context.header(Header.ETAG, tag).header(Header.CACHE_CONTROL, "no-cache");
        return Optional.of(answer);
    }

    /// RFC 9110 §13.1.2, by weak comparison.
    private static boolean has(Context context, String tag) {
        String tags = context.header(Header.IF_NONE_MATCH);
        return tags != null
                && Stream.of(tags.split(","))
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
    }

    /// A misspelt filter would be an answer to another question.
    private static void refuseUnknown(Context context, Endpoint endpoint) {
        List<String> known = endpoint.parameters().stream()
                .filter(parameter -> parameter.place() == Parameter.Place.QUERY)
                .map(Parameter::name)
                .toList();
        context.queryParamMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadRequestResponse("There is no parameter \"%s\" here; %s."
                            .formatted(
                                    name,
                                    known.isEmpty()
                                            ? "none is taken"
                                            : "the parameters are "
                                                    + known.stream().collect(Collectors.joining(", "))));
                });
    }
}
