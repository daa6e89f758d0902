package org.mxcensus.crawler.dns;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.mxcensus.crawler.pace.Ticker;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// The [Resolver] of this program: wire, validation and reading of answers put together.
public final class DnsClient implements Resolver {
    private static final Logger LOG = LoggerFactory.getLogger(DnsClient.class);

    private final NettyTransport wire;
    private final Exchange validated;
    private final ResolverCheck check;
    private final LookupCounts counts;

    private DnsClient(NettyTransport wire, Exchange validated, ResolverCheck check, LookupCounts counts) {
        this.wire = wire;
        this.validated = validated;
        this.check = check;
        this.counts = counts;
    }

    /// @param clock what the dates of signatures are compared with, where answers are validated here
    /// @throws UserError where a resolver's address is of no use here, or the trust anchors are not
    public static DnsClient open(ResolverConfig config, Clock clock) {
        return open(config, clock, Pause.REAL);
    }

    /// @param pause how to wait before a failure is asked about again
    public static DnsClient open(ResolverConfig config, Clock clock, Pause pause) {
        return open(config, clock, pause, new EventLoops());
    }

    /// For a crawl, which nobody watches: a resolver that is away is waited for, and no failure of any name.
    /// Every look-up may wait without end then; interrupt its thread to end it.
    ///
    /// @throws UserError as [#open(ResolverConfig, Clock)]
    public static DnsClient patient(ResolverConfig config, Clock clock) {
        return patient(config, clock, Pause.REAL, Ticker.SYSTEM);
    }

    /// @param ticker the time that absences are measured in
    static DnsClient patient(ResolverConfig config, Clock clock, Pause pause, Ticker ticker) {
        LookupCounts counts = new LookupCounts();
        return open(
                config,
                clock,
                pause,
                new EventLoops(),
                counts,
                wire -> new PatientWire(wire, new Presence(wire::isThere, wire.names(), ticker, counts::away)));
    }

    static DnsClient open(ResolverConfig config, Clock clock, Pause pause, EventLoops loops) {
        return open(config, clock, pause, loops, new LookupCounts(), wire -> wire);
    }

    private static DnsClient open(
            ResolverConfig config,
            Clock clock,
            Pause pause,
            EventLoops loops,
            LookupCounts counts,
            Function<NettyTransport, Exchange> patience) {
        try {
            NettyTransport wire = new NettyTransport(config, loops, new SecureRandom());
            Exchange asking = patience.apply(wire);
            Exchange validated = config.believesAd()
                    ? new TrustedResolver(asking, pause)
                    : new InProcessValidation(asking, TrustAnchors.open(config.trustAnchor()), clock, pause);
            return new DnsClient(
                    wire,
                    validated,
                    new ResolverCheck(wire.each(ResolverCheck.PATIENCE).toList(), validated, config, clock),
                    counts);
        } catch (RuntimeException e) {
            loops.close();
            throw e;
        }
    }

    @Override
    public Lookup<List<MailExchange>> mx(String name) {
        return look(name, Type.MX, RecordData::exchanges);
    }

    @Override
    public Lookup<List<String>> addresses(String name, AddressFamily family) {
        return switch (family) {
            case A -> look(name, Type.A, RecordData::ipv4);
            case AAAA -> look(name, Type.AAAA, RecordData::ipv6);
        };
    }

    @Override
    public Lookup<List<String>> txt(String name) {
        return look(name, Type.TXT, RecordData::texts);
    }

    @Override
    public Lookup<List<TlsaRecord>> tlsa(String owner) {
        return look(owner, Type.TLSA, RecordData::tlsa);
    }

    @Override
    public Lookup<List<String>> ns(String zone) {
        return look(zone, Type.NS, RecordData::nameServers);
    }

    @Override
    public Lookup<List<String>> ptr(String owner) {
        return look(owner, Type.PTR, RecordData::pointers);
    }

    @Override
    public Lookup<String> cname(String name) {
        return look(name, Type.CNAME, RecordData::canonicalName);
    }

    /// What has become of all look-ups so far.
    public LookupCounts counts() {
        return counts;
    }

    @Override
    public ResolverReport check() {
        return check.run();
    }

    @Override
    public void close() {
        wire.close();
    }

    private <T> Lookup<T> look(String text, int type, Function<List<Record>, T> data) {
        // What cannot be a name (RFC 1035 §2.3.4) cannot exist; nobody can vouch for it either.
        return Names.parse(text)
                .map(name -> ask(name, type, data))
                .orElseGet(() -> new Lookup<>(new Answer.NxDomain<>(Security.INSECURE), List.of(), 0));
    }

    private <T> Lookup<T> ask(Name name, int type, Function<List<Record>, T> data) {
        Question question = new Question(name, type);
        Tally tally = new Tally();
        long asked = System.nanoTime();
        Reply reply = askSafely(question, tally);
        counts.ended(reply, System.nanoTime() - asked);
        return switch (reply) {
            case Reply.Answered answered -> AnswerReader.read(question, answered.message(), data, tally.queries());
            case Reply.Failed(DnsFailure failure, List<ExtendedError> errors) ->
                new Lookup<>(new Answer.Failed<>(failure, errors), List.of(), tally.queries());
        };
    }

    /// A bug in the face of one answer must not cost the whole domain: it is one more thing that
    /// could not be told.
    private Reply askSafely(Question question, Tally tally) {
        try {
            return validated.ask(question, tally);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("bug while asking for {} {}", question.name(), Type.string(question.type()), e);
            return new Reply.Failed(DnsFailure.INTERNAL_ERROR);
        }
    }
}
