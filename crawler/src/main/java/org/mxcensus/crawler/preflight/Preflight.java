package org.mxcensus.crawler.preflight;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mxcensus.crawler.dns.AddressFamily;
import org.mxcensus.crawler.dns.DnsClient;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.mtasts.HostAddresses;
import org.mxcensus.crawler.mtasts.PolicyHost;
import org.mxcensus.crawler.mtasts.ResolvedAddresses;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.Pace;
import org.mxcensus.crawler.pace.PaceLimits;
import org.mxcensus.crawler.smtp.SmtpProbe;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.SmtpObservation;

/// Looks up and calls at what has to be known, by the ways that a crawl takes, and has it judged.
public final class Preflight implements AutoCloseable {
    private final PreflightConfig config;
    private final Clock clock;
    private final Resolver resolver;
    private final Transport transport;
    private final TlsClient tls;
    private final Guard guard;
    private final Gate gate;
    private List<String> warnings = List.of();

    private Preflight(PreflightConfig config, Resolver resolver, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.resolver = resolver;
        this.transport = Transport.open(1);
        this.tls = TlsClient.open();
        this.guard = new Guard(config.lab());
        this.gate = new Gate(guard, OptOut.NOBODY, new Pace(PaceLimits.GENTLE));
    }

    /// @throws org.mxcensus.datasets.store.UserError where the resolvers' addresses or trust anchors are of no use
    public static Preflight open(PreflightConfig config, Clock clock) {
        return new Preflight(config, DnsClient.open(config.resolver(), clock), clock);
    }

    /// Makes all checks.
    ///
    /// @param program the version of this program, for the report
    /// @throws org.mxcensus.datasets.store.UserError where a resolver does not serve at all
    public Report run(String program) throws InterruptedException {
        warnings = resolver.check().warnings();
        Control control = control();
        OwnAddresses own = OwnAddresses.find(config.addresses(), control.addresses(), guard);
        List<Finding> findings = List.of(validation(), name(own), probingText(), port(control, own), blockLists(own));
        return new Report(
                clock.instant(),
                Report.passed(findings),
                config.name(),
                own.known().stream().map(Literal::text).toList(),
                config.resolver().servers().stream()
                        .map(NetUtil::toSocketAddressString)
                        .toList(),
                program,
                findings);
    }

    /// What was found wanting of the resolvers by [#run]: a sentence each.
    public List<String> warnings() {
        return warnings;
    }

    private Finding validation() {
        return ResolverJudge.judge(tried(config.signedName()), tried(config.bogusName()));
    }

    private ResolverJudge.Tried tried(String name) {
        return new ResolverJudge.Tried(
                name, resolver.addresses(name, AddressFamily.A).answer());
    }

    private Finding name(OwnAddresses own) {
        List<NameJudge.Seen> seen = own.known().stream()
                .map(address -> new NameJudge.Seen(
                        address,
                        resolver.addresses(config.name(), family(address)).answer(),
                        resolver.ptr(Reversed.owner(address)).answer()))
                .toList();
        return NameJudge.judge(config.name(), own, seen);
    }

    private static AddressFamily family(InetAddress address) {
        return address instanceof Inet4Address ? AddressFamily.A : AddressFamily.AAAA;
    }

    private Finding probingText() throws InterruptedException {
        PolicyHost web = new PolicyHost(transport, tls, new ResolvedAddresses(resolver), gate, config.web());
        PolicyFetch fetch = web.fetch(config.name(), ProbingText.PATH).fetch();
        Optional<ProbingText> ours =
                config.operator().map(operator -> ProbingText.of(operator, config.name(), clock.instant()));
        return ProbingJudge.judge("https://" + config.name() + ProbingText.PATH, fetch, ours, clock.instant());
    }

    /// Where to make a trial call.
    ///
    /// @param host empty where nobody was named
    /// @param fault why there are no addresses, in a clause
    private record Control(Optional<String> host, List<InetAddress> addresses, String fault) {}

    private Control control() {
        return config.controlHost()
                .map(this::control)
                .orElseGet(() -> new Control(Optional.empty(), List.of(), "was not named"));
    }

    private Control control(String host) {
        Optional<String> named = Optional.of(host);
        return switch (literal(host)
                .<HostAddresses>map(one -> new HostAddresses.Found(List.of(one), Optional.empty()))
                .orElseGet(() -> new ResolvedAddresses(resolver).of(host))) {
            case HostAddresses.Found found -> new Control(named, found.addresses(), "");
            case HostAddresses.None _ -> new Control(named, List.of(), "has no address");
            case HostAddresses.Failed failed ->
                new Control(named, List.of(), "could not be looked up (" + failed.failure() + ")");
        };
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(Literal.address(text));
        } catch (IllegalArgumentException e) {
            // A name.
            return Optional.empty();
        }
    }

    private Finding port(Control control, OwnAddresses own) throws InterruptedException {
        if (control.host().isEmpty()) {
            return PortJudge.without();
        }
        String host = control.host().get();
        if (control.addresses().isEmpty()) {
            return PortJudge.unfound(host, control.fault());
        }
        List<InetAddress> reachable =
                control.addresses().stream().filter(own::reaches).toList();
        if (reachable.isEmpty()) {
            return PortJudge.unfound(host, "has no address of a family that we have");
        }
        SmtpProbe probe = new SmtpProbe(transport, tls, gate, config.smtp(), clock);
        List<SmtpObservation> calls = new ArrayList<>();
        for (InetAddress address : reachable) {
            String sni = literal(host).isPresent() ? "" : host;
            calls.add(probe.probe(SmtpTarget.of(Literal.text(address), host, sni, false))
                    .observation());
        }
        return PortJudge.judge(host, calls);
    }

    private Finding blockLists(OwnAddresses own) {
        List<BlockListJudge.Asked> asked = new ArrayList<>();
        for (String list : config.blockLists()) {
            for (TestEntries entries : TestEntries.values()) {
                List<InetAddress> ours =
                        own.known().stream().filter(entries.family).toList();
                if (!ours.isEmpty()) {
                    asked.add(asked(list, entries, ours));
                }
            }
        }
        return BlockListJudge.judge(own, asked);
    }

    private BlockListJudge.Asked asked(String list, TestEntries entries, List<InetAddress> ours) {
        return new BlockListJudge.Asked(
                list,
                listed(entries.always, list),
                listed(entries.never, list),
                ours.stream()
                        .map(address -> new BlockListJudge.Entry(address, listed(address.getAddress(), list)))
                        .toList());
    }

    private Answer<List<String>> listed(byte[] address, String list) {
        return resolver.addresses(Reversed.listed(address, list), AddressFamily.A)
                .answer();
    }

    /// RFC 5782 §5: what every list holds, and what none does.
    private enum TestEntries {
        IPV4(Inet4Address.class::isInstance, "7f000002", "7f000001"),
        IPV6(address -> !(address instanceof Inet4Address), mapped("7f000002"), mapped("7f000001"));

        private final Predicate<InetAddress> family;
        private final byte[] always;
        private final byte[] never;

        TestEntries(Predicate<InetAddress> family, String always, String never) {
            this.family = family;
            this.always = HexFormat.of().parseHex(always);
            this.never = HexFormat.of().parseHex(never);
        }

        private static String mapped(String inside) {
            return "00000000000000000000ffff" + inside;
        }
    }

    @Override
    public void close() {
        try (resolver;
                transport;
                tls) {
            // The order of closing is the point: what uses the others first.
        }
    }
}
