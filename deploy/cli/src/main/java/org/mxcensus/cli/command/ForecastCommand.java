package org.mxcensus.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.cli.forecast.PlanText;
import org.mxcensus.cli.options.Form;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.Pace;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.crawler.forecast.Forecast;
import org.mxcensus.crawler.forecast.Inputs;
import org.mxcensus.crawler.forecast.Plan;
import org.mxcensus.crawler.forecast.Question;
import org.mxcensus.crawler.forecast.ReuseRule;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.datasets.store.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Within(least = 1)
    @Option(
            names = "--domains",
            paramLabel = "NUMBER",
            description = "How many domains (default: ${DEFAULT-VALUE}, as many as .com has).")
    private long domains = 160_000_000;

    @Within(least = 1)
    @Option(names = "--workers", paramLabel = "NUMBER", description = "How many workers (default: ${DEFAULT-VALUE}).")
    private int workers = 8;

    @Within(least = 1)
    @Option(names = "--cores", paramLabel = "NUMBER", description = "Cores of each worker (default: ${DEFAULT-VALUE}).")
    private int cores = 4;

    @Within(least = 1)
    @Option(
            names = "--resolvers",
            paramLabel = "NUMBER",
            description = "How many resolvers (default: one beside each worker).")
    private Optional<Integer> resolvers = Optional.empty();

    @Within(least = 1)
    @Option(
            names = "--resolver-cores",
            paramLabel = "NUMBER",
            description = "Cores of each resolver (default: ${DEFAULT-VALUE}).")
    private int resolverCores = 2;

    @Within(least = 1)
    @Option(
            names = "--partitions",
            paramLabel = "NUMBER",
            description = "Partitions of each queue (default: ${DEFAULT-VALUE}).")
    private int partitions = 64;

    @Option(
            names = "--pace",
            converter = Pace.class,
            paramLabel = "PROFILE",
            description = "gentle, normal or lab (default: ${DEFAULT-VALUE}).")
    private String pace = "normal";

    @Within(least = 1)
    @Option(names = "--chunk", paramLabel = "NUMBER", description = "Messages in a chunk (default: ${DEFAULT-VALUE}).")
    private int chunk = Question.USUAL_CHUNK;

    @Option(
            names = "--reuse",
            converter = Reuse.class,
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ForecastCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Inputs inputs = inputs();
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

    private Inputs inputs() {
        try {
            return Inputs.with(settings);
        } catch (UserError e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Question question(Inputs inputs) {
        int resolving = resolvers.orElse(workers);
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

    private static final class Reuse extends Form {
        private Reuse() {
            super(ReuseRule::named);
        }
    }
}
