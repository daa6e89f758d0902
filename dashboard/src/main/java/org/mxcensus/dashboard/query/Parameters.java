package org.mxcensus.dashboard.query;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.remedy.Party;
import org.mxcensus.analyzer.remedy.Repair;
import org.mxcensus.analyzer.stats.Metric;
import org.mxcensus.analyzer.stats.Scope;
import org.mxcensus.analyzer.stats.Weighting;
import org.mxcensus.analyzer.transition.Event;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.datasets.names.DomainNames;

/// What requests may ask for. What cannot be is a `400` with one sentence that says what can.
public final class Parameters {
    private static final List<String> SCOPES =
            List.of("all", "source", "tld", "provider", "tld_provider", "provider_group", "dns_operator", "issuer");

    /// The kind of group.
    public static final Parameter<String> SCOPE =
            Parameter.choice("scope", "The kind of group that figures are about.", SCOPES, Function.identity());

    /// The group within its kind.
    public static final Parameter<String> KEY = Parameter.of(
            "key",
            "Which group of that kind, such as a TLD or a provider; a TLD and a provider with a slash between; "
                    + "nothing for scope all.",
            "",
            "nl",
            Function.identity());

    /// The kind of groups that can be compared.
    public static final Parameter<String> GROUP = Parameter.choice(
            "scope", "The kind of groups to compare.", List.of("tld", "provider"), Function.identity());

    /// Empty for the largest.
    public static final Parameter<List<String>> KEYS = Parameter.of(
            "keys",
            "Which groups, with commas between, six at most; the largest where missing.",
            "",
            "nl,se",
            text -> Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .map(Parameters::normal)
                    .distinct()
                    .toList());

    public static final Parameter<Weighting> WEIGHTING = Parameter.choice(
            "weighting",
            "What counts as one: a domain, an MX host, or a domain by its place in a ranked list.",
            List.of(Weighting.values()),
            Weighting::id);

    /// Empty for all that the weighting has.
    public static final Parameter<List<Metric>> METRIC = new Parameter<>(
            "metric",
            Parameter.Place.QUERY,
            "Metrics by their ids, with commas between; all that the weighting has where missing.",
            List.of(),
            "",
            "dane,mta_sts",
            text -> text.isEmpty() ? List.of() : metrics(text));

    public static final Parameter<Optional<LocalDate>> CRAWL =
            date("crawl", "The date of the crawl; the newest where missing.");

    public static final Parameter<Optional<LocalDate>> BEFORE =
            date("before", "The date of the earlier crawl; the one before the later where missing.");

    public static final Parameter<Optional<LocalDate>> AFTER =
            date("after", "The date of the later crawl; the newest where missing.");

    public static final Parameter<Optional<LocalDate>> SINCE = date("since", "Nothing before this date.");

    public static final Parameter<Optional<LocalDate>> UNTIL = date("until", "Nothing after this date.");

    public static final Parameter<Optional<String>> TLD = Parameter.of(
            "tld",
            "Only domains below this top-level domain; all where missing.",
            "",
            "nl",
            text -> text.isEmpty() ? Optional.empty() : Optional.of(normal(text)));

    public static final Parameter<Mechanism> MECHANISM = Parameter.choice(
                    "mechanism",
                    "What domains adopt, drop, break and repair.",
                    List.of(Mechanism.values()),
                    Mechanism::id)
            .otherwise(Mechanism.DANE.id());

    public static final Parameter<Event> EVENT = Parameter.choice(
                    "event",
                    "What became of a domain from the one crawl to the other.",
                    List.of(Event.values()),
                    Parameters::id)
            .otherwise(id(Event.ADOPTED));

    public static final Parameter<Lever> LEVER = Parameter.choice(
                    "lever", "What somebody could do.", List.of(Lever.values()), Lever::id)
            .otherwise(Lever.TOGETHER.id());

    public static final Parameter<Optional<Mechanism>> MENDED = Parameter.maybe(
            "mechanism",
            "Only repairs after which this works again.",
            Mechanism.breakable().toList(),
            Mechanism::id);

    public static final Parameter<Optional<Party.Kind>> PARTY = Parameter.maybe(
            "party", "Only what somebody of this kind can mend.", List.of(Party.Kind.values()), Parameters::id);

    public static final Parameter<Optional<DatedEvent.Kind>> KIND = Parameter.maybe(
            "kind",
            "Only what others did (world), or what we changed in our method (method).",
            List.of(DatedEvent.Kind.values()),
            Parameters::id);

    public static final Parameter<Definition> FROM =
            definition("from", "The definition to begin with.").otherwise(Definition.DANE_SURVEY.id());

    public static final Parameter<Definition> TO =
            definition("to", "The definition to arrive at.").otherwise(Definition.MXCENSUS.id());

    public static final Parameter<String> DOMAIN = Parameter.inPath(
            "name", "The domain, in Unicode or in the form of the DNS.", "example.nl", Parameters::normal);

    public static final Parameter<String> HOST =
            Parameter.inPath("name", "The name of the MX host.", "mx1.big.example", Parameters::normal);

    public static final Parameter<String> QUERY = Parameter.of(
            "q",
            "What names begin with: those of domains, MX hosts, providers and TLDs.",
            "",
            "exam",
            ParameterText::query);

    public static final Parameter<Integer> OFFSET = Parameter.of(
            "offset",
            "How many rows to leave out at the beginning.",
            "0",
            "0",
            text -> ParameterText.number("offset", text, 0));

    private Parameters() {}

    /// How many rows at most; where it is missing, as many as are ever given at once: a chart wants all crawls.
    public static Parameter<Integer> limit() {
        return limit(ParameterText.MOST_ROWS);
    }

    /// How many rows at most.
    public static Parameter<Integer> limit(int otherwise) {
        String text = Integer.toString(otherwise);
        return Parameter.of(
                "limit", "The most rows to give.", text, text, limit -> ParameterText.number("limit", limit, 1));
    }

    /// Parameters [#SCOPE] and [#KEY] together.
    public static Scope scope(Context context) {
        String kind = SCOPE.of(context);
        return switch (kind) {
            case "all" -> new Scope.All();
            case "source" -> new Scope.Source(key(context, kind));
            case "tld" -> new Scope.Tld(normal(key(context, kind)));
            case "provider" -> new Scope.Provider(normal(key(context, kind)));
            case "tld_provider" -> ParameterText.cell(key(context, kind));
            case "provider_group" -> new Scope.ProviderGroup(key(context, kind));
            case "dns_operator" -> new Scope.DnsOperator(normal(key(context, kind)));
            case "issuer" -> new Scope.Issuer(key(context, kind));
            default -> throw new IllegalStateException("a scope that is not among the choices: " + kind);
        };
    }

    /// Parameter [#METRIC], of metrics that the weighting has.
    public static List<Metric> metrics(Context context, Weighting weighting) {
        List<Metric> metrics = METRIC.of(context);
        metrics.stream().filter(metric -> !weighting.has(metric)).findFirst().ifPresent(metric -> {
            throw new BadRequestResponse(
                    "Metric %s is about domains alone and has no weighting by MX hosts; ask for weighting=domains."
                            .formatted(metric.id()));
        });
        return metrics.isEmpty() ? weighting.metrics() : metrics;
    }

    /// Whether a repair is of the mechanism and the party that parameters [#MENDED] and [#PARTY] ask for.
    public static boolean wants(Context context, Repair repair) {
        return MENDED.of(context)
                        .filter(mechanism -> mechanism != repair.mechanism())
                        .isEmpty()
                && PARTY.of(context)
                        .filter(kind -> kind != repair.party().kind())
                        .isEmpty();
    }

    /// Whether a day lies between parameters [#SINCE] and [#UNTIL].
    public static boolean between(Context context, LocalDate day) {
        return SINCE.of(context).filter(day::isBefore).isEmpty()
                && UNTIL.of(context).filter(day::isAfter).isEmpty();
    }

    /// A name in the form of the tables; as it is, where it is no domain name.
    public static String normal(String name) {
        return DomainNames.normalize(name).value().orElse(name);
    }

    /// A constant as addresses and documents write it.
    public static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<Metric> metrics(String ids) {
        return Stream.of(ids.split(",", -1))
                .map(id -> Parameter.find("metric", id, List.of(Metric.values()), Metric::id))
                .distinct()
                .toList();
    }

    private static Parameter<Optional<LocalDate>> date(String name, String sentence) {
        return Parameter.of(name, sentence, "", "2026-12-01", text -> ParameterText.day(name, text));
    }

    private static Parameter<Definition> definition(String name, String sentence) {
        return Parameter.choice(name, sentence, List.of(Definition.values()), Definition::id);
    }

    private static String key(Context context, String kind) {
        String key = KEY.of(context);
        if (key.isEmpty() || key.length() > 2 * ParameterText.LONGEST_NAME) {
            throw new BadRequestResponse("Scope %s needs a key: which %s is meant.".formatted(kind, kind));
        }
        return key;
    }
}
