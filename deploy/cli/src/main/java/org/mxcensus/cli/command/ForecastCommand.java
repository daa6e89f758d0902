package org.mxcensus.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.cli.ExitStatus;
import org.mxcensus.cli.Session;
import org.mxcensus.cli.forecast.PlanText;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.crawler.forecast.Forecast;
import org.mxcensus.crawler.forecast.Inputs;
import org.mxcensus.crawler.forecast.Plan;
import org.mxcensus.crawler.forecast.Question;
import org.mxcensus.crawler.forecast.ReuseRule;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus forecast`.
@Command(
        name = "forecast",
        description =
                "Say how long a crawl of so many domains takes, and what it needs, before it is begun. It also says what"
                        + " will be left unmeasured. The calls at mail servers are simulated one by one under the limits of the pace.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus forecast --domains 6000000 --workers 1 --pace gentle",
            "  mxcensus forecast --set naming-tlsa-share=0.2 --set silent-share=0.1",
            "  mxcensus forecast --inputs                what all this is made from"
        })
final class ForecastCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--domains",
            paramLabel = "NUMBER",
            description = "How many domains (default: ${DEFAULT-VALUE}, as many as .com has).")
    private long domains = 160_000_000;

    @Option(names = "--workers", paramLabel = "NUMBER", description = "How many workers (default: ${DEFAULT-VALUE}).")
    private int workers = 8;

    @Option(names = "--cores", paramLabel = "NUMBER", description = "Cores of each worker (default: ${DEFAULT-VALUE}).")
    private int cores = 4;

    @Option(
            names = "--resolvers",
            paramLabel = "NUMBER",
            description = "How many resolvers (default: one beside each worker).")
    private Optional<Integer> resolvers = Optional.empty();

    @Option(
            names = "--resolver-cores",
            paramLabel = "NUMBER",
            description = "Cores of each resolver (default: ${DEFAULT-VALUE}).")
    private int resolverCores = 2;

    @Option(
            names = "--partitions",
            paramLabel = "NUMBER",
            description = "Partitions of each queue (default: ${DEFAULT-VALUE}).")
    private int partitions = 64;

    @Option(
            names = "--pace",
            paramLabel = "PROFILE",
            description = "gentle, normal or lab (default: ${DEFAULT-VALUE}).")
    private String pace = "normal";

    @Option(names = "--chunk", paramLabel = "NUMBER", description = "Messages in a chunk (default: ${DEFAULT-VALUE}).")
    private int chunk = Question.USUAL_CHUNK;

    @Option(
            names = "--reuse",
            paramLabel = "RULE",
            description = "When names take over what others of their address have shown: none, strict (any difference"
                    + " ends it, a lost call too) or lenient (as the crawler does; default: ${DEFAULT-VALUE}).")
    private String reuse = "lenient";

    @Option(
            names = "--set",
            split = ",",
            paramLabel = "INPUT=VALUE",
            description = "Another value for an input; may be given several times.")
    private Map<String, Double> settings = new LinkedHashMap<>();

    @Option(names = "--inputs", description = "List the inputs, their values and where they come from, and exit.")
    private boolean list;

    @Option(names = "--json", description = "Write the plan as JSON, inputs included.")
    private boolean json;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The same seed gives the same plan (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private final HelpOption help = new HelpOption();

    ForecastCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Inputs inputs = Inputs.with(settings);
        if (list) {
            PlanText.inputs(inputs.listed()).forEach(session.terminal()::say);
            return ExitStatus.DONE;
        }
        Plan plan = Forecast.of(question(inputs));
        if (json) {
            session.terminal().say(PlanText.json(plan));
        } else {
            PlanText.of(plan, session.terminal().style()).forEach(session.terminal()::say);
        }
        return ExitStatus.DONE;
    }

    private Question question(Inputs inputs) {
        int resolving = resolvers.orElse(workers);
        positive("--domains", domains);
        positive("--workers", workers);
        positive("--cores", cores);
        positive("--resolvers", resolving);
        positive("--resolver-cores", resolverCores);
        positive("--partitions", partitions);
        positive("--chunk", chunk);
        return new Question(
                domains,
                workers,
                cores,
                resolving,
                resolverCores,
                partitions,
                PaceLimits.named(pace),
                chunk,
                ReuseRule.named(reuse),
                seed,
                inputs);
    }

    private static void positive(String option, long value) {
        if (value < 1) {
            throw new UserError("%s is %d; give a number from 1.".formatted(option, value));
        }
    }
}
