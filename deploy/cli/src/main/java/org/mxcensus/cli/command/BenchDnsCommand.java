package org.mxcensus.cli.command;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.cli.bench.DnsFigures;
import org.mxcensus.cli.options.Endpoint;
import org.mxcensus.cli.options.Form;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.crawler.dns.QueryLoad;
import org.mxcensus.crawler.dns.ResolverConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus bench dns`.
@Command(
        name = "dns",
        description = "Put questions to a DNS server as fast as it answers, by the way that a crawl's questions go.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus bench dns --server 127.0.0.1 --names domains.txt --type MX",
            "  mxcensus bench dns --server [::1]:5300 --names domains.txt --seconds 30 --json",
            "",
            "Ask servers of your own only: this is as much as they can take."
        })
final class BenchDnsCommand implements Callable<Integer> {

    /// A day is for ever.
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private final Session session;

    @Option(
            names = "--server",
            required = true,
            paramLabel = "HOST[:PORT]",
            converter = Endpoint.class,
            description = "The server to ask, a resolver or an authoritative one.")
    private InetSocketAddress server = InetSocketAddress.createUnresolved("", 0);

    @Option(
            names = "--names",
            required = true,
            paramLabel = "FILE",
            description = "The names to ask for, one in each line.")
    private Path names = Path.of("");

    @Option(
            names = "--type",
            converter = Type.class,
            paramLabel = "TYPE",
            description = "The type to ask for (default: ${DEFAULT-VALUE}).")
    private String type = "MX";

    @Within(least = 1, most = ResolverConfig.MOST_IN_FLIGHT)
    @Option(
            names = "--window",
            paramLabel = "NUMBER",
            description = "How many questions wait for an answer at a time (default: ${DEFAULT-VALUE}).")
    private int window = ResolverConfig.DEFAULT_IN_FLIGHT;

    @Within(least = 1)
    @Option(
            names = "--queries",
            paramLabel = "NUMBER",
            description = "Stop after so many, the names again and again (default: each name once).")
    private Optional<Long> queries = Optional.empty();

    @Within(least = 1)
    @Option(names = "--seconds", paramLabel = "NUMBER", description = "Stop after so long, the names again and again.")
    private Optional<Integer> seconds = Optional.empty();

    @Option(names = "--json", description = "Write the figures as JSON.")
    private boolean json;

    @Mixin
    private final HelpOption help = new HelpOption();

    BenchDnsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        QueryLoad load = QueryLoad.of(server, names, type, window);
        QueryLoad.Result result = load.run(extent(load.names()));
        if (json) {
            session.terminal().say(DnsFigures.json(result));
        } else {
            DnsFigures.text(result).forEach(session.terminal()::say);
        }
        return ExitStatus.DONE;
    }

    private QueryLoad.Extent extent(long each) {
        long most = queries.orElse(seconds.isPresent() ? Long.MAX_VALUE : each);
        return new QueryLoad.Extent(most, seconds.map(Duration::ofSeconds).orElse(NO_LIMIT));
    }

    private static final class Type extends Form {
        private Type() {
            super(QueryLoad::requireType);
        }
    }
}
