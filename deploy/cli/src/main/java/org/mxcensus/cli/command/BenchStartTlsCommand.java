package org.mxcensus.cli.command;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mxcensus.cli.bench.StartTlsFigures;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.MailEndpoint;
import org.mxcensus.cli.options.MailOptions;
import org.mxcensus.cli.options.OwnName;
import org.mxcensus.cli.options.Within;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.crawler.smtp.ProbeLoad;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mxcensus bench starttls`.
@Command(
        name = "starttls",
        description = "Call at one mail server as fast as it answers, as a crawl would. A call is all from the"
                + " connection to QUIT, with STARTTLS, the chain parsed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus bench starttls --target 127.0.0.1:2525 --allow-reserved",
            "  mxcensus bench starttls --target [::1]:2525 --allow-reserved --json",
            "",
            "A server of your own on the internet is called at once a second, as a stranger would."
        })
final class BenchStartTlsCommand implements Callable<Integer> {

    /// As many as a crawl has.
    private static final int EVENT_LOOPS = 2;

    /// From here on the figures no longer fall.
    private static final long WARM = 5_000;

    private final Session session;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "HOST[:PORT]",
            converter = MailEndpoint.class,
            description = "The mail server to call at.")
    private InetSocketAddress target = InetSocketAddress.createUnresolved("", 0);

    @Within(least = 1)
    @Option(
            names = "--count",
            paramLabel = "NUMBER",
            description = "How many probes to measure (default: ${DEFAULT-VALUE}).")
    private long count = 10_000;

    @Within(least = 1)
    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            description = "How many of them are under way at a time (default: ${DEFAULT-VALUE}).")
    private int concurrency = 50;

    @Within(least = 0)
    @Option(
            names = "--warm-up",
            paramLabel = "NUMBER",
            description = "How many go before and are not counted (default: as many as are counted, 5000 at most; none"
                    + " with --own-server).")
    private Optional<Long> warmUp = Optional.empty();

    @Option(
            names = "--ehlo",
            converter = OwnName.class,
            paramLabel = "NAME",
            description = "How we introduce ourselves (default: this machine's name; a made-up one with"
                    + " --allow-reserved).")
    private Optional<String> ehlo = Optional.empty();

    @Option(names = "--allow-reserved", description = "The target is on loopback or in a private network.")
    private boolean allowReserved;

    @Option(names = "--own-server", description = "The target is on the internet and your own.")
    private boolean ownServer;

    @Option(names = "--json", description = "Write the figures as JSON.")
    private boolean json;

    @Mixin
    private final HelpOption help = new HelpOption();

    BenchStartTlsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        ProbeLoad.Extent extent =
                new ProbeLoad.Extent(count, concurrency, warmUp.orElse(ownServer ? 0 : Math.clamp(count, 0, WARM)));
        ProbeLoad.Aim aim = new ProbeLoad.Aim(target, serverName(), allowReserved, ownServer);
        aim.requireLeave(extent);
        try (Transport transport = Transport.open(EVENT_LOOPS);
                TlsClient tls = TlsClient.open()) {
            ProbeLoad load = new ProbeLoad(transport, tls, aim, config(), extent, session.clock());
            load.begin();
            ProbeLoad.Result result = load.measure();
            if (json) {
                session.terminal().say(StartTlsFigures.json(result));
            } else {
                StartTlsFigures.text(result, extent).forEach(session.terminal()::say);
            }
        }
        return ExitStatus.DONE;
    }

    /// RFC 6066 §3: an address is no server name.
    private String serverName() {
        String host = target.getHostString();
        return host.equals(target.getAddress().getHostAddress()) ? "" : host;
    }

    private SmtpConfig config() {
        return OwnName.config(ehlo.orElseGet(() -> MailOptions.usualName(allowReserved)));
    }
}
