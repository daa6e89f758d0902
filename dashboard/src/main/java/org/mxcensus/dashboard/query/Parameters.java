package org.mxcensus.dashboard.query;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.datasets.names.DomainNames;

/// Reads what a request asks for. What cannot be is a `400` with one sentence that says what can.
public final class Parameters {
    private static final int LONGEST_QUERY = 253;
    private static final int MOST_ROWS = 10_000;

    private Parameters() {}

    /// Parameters `scope` (`all` where missing) and `key`.
    public static Scope scope(Context context) {
        String kind = Optional.ofNullable(context.queryParam("scope")).orElse("all");
        return switch (kind) {
            case "all" -> new Scope.All();
            case "source" -> new Scope.Source(key(context, kind));
            case "tld" -> new Scope.Tld(normal(key(context, kind)));
            case "provider" -> new Scope.Provider(normal(key(context, kind)));
            case "tld_provider" -> cell(key(context, kind));
            case "provider_group" -> new Scope.ProviderGroup(key(context, kind));
            case "dns_operator" -> new Scope.DnsOperator(normal(key(context, kind)));
            case "issuer" -> new Scope.Issuer(key(context, kind));
            default ->
                throw new BadRequestResponse(
                        ("There is no scope \"%s\"; the scopes are all, source, tld, provider, tld_provider, "
                                        + "provider_group, dns_operator and issuer.")
                                .formatted(kind));
        };
    }

    /// Parameter `weighting`; `domains` where missing.
    public static Weighting weighting(Context context) {
        String id = Optional.ofNullable(context.queryParam("weighting")).orElse(Weighting.DOMAINS.id());
        return Weighting.find(id)
                .orElseThrow(() -> new BadRequestResponse("There is no weighting \"%s\"; the weightings are %s."
                        .formatted(
                                id,
                                Stream.of(Weighting.values()).map(Weighting::id).collect(Collectors.joining(", ")))));
    }

    /// Parameter `metric`, ids with commas between; where missing, all that the weighting has.
    public static List<Metric> metrics(Context context, Weighting weighting) {
        String ids = context.queryParam("metric");
        if (ids == null) {
            return weighting.metrics();
        }
        return Stream.of(ids.split(",", -1))
                .map(id -> metric(id, weighting))
                .distinct()
                .toList();
    }

    /// Parameter `limit`.
    public static int limit(Context context, int otherwise) {
        String text = context.queryParam("limit");
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_ROWS) {
            throw new BadRequestResponse("The limit is a number from 1 to " + MOST_ROWS + ".");
        }
        return Integer.parseInt(text);
    }

    /// Parameter `q`, without the spaces around it.
    public static String query(Context context) {
        String text = Optional.ofNullable(context.queryParam("q")).orElse("").strip();
        if (text.isEmpty() || text.length() > LONGEST_QUERY) {
            throw new BadRequestResponse(
                    "Say in q what to search for: a domain, a mail host, a provider or a TLD, in at most 253 characters.");
        }
        return normal(text);
    }

    /// A name in the form of the tables; as it is, where it is no domain name.
    public static String normal(String name) {
        return DomainNames.normalize(name).value().orElse(name);
    }

    private static Metric metric(String id, Weighting weighting) {
        Metric metric = Metric.find(id)
                .orElseThrow(() -> new BadRequestResponse("There is no metric \"%s\"; the metrics are %s."
                        .formatted(
                                id, Stream.of(Metric.values()).map(Metric::id).collect(Collectors.joining(", ")))));
        if (!weighting.has(metric)) {
            throw new BadRequestResponse(
                    "Metric %s is about domains alone and has no weighting by MX hosts; ask for weighting=domains."
                            .formatted(id));
        }
        return metric;
    }

    private static Scope cell(String key) {
        int slash = key.indexOf('/');
        if (slash < 1 || slash == key.length() - 1) {
            throw new BadRequestResponse(
                    "The key of scope tld_provider is a TLD and a provider with a slash between, such as nl/example.net.");
        }
        return new Scope.TldProvider(normal(key.substring(0, slash)), normal(key.substring(slash + 1)));
    }

    private static String key(Context context, String kind) {
        String key = context.queryParam("key");
        if (key == null || key.isBlank() || key.length() > 2 * LONGEST_QUERY) {
            throw new BadRequestResponse("Scope %s needs a key: which %s is meant.".formatted(kind, kind));
        }
        return key.strip();
    }
}
