package org.mxcensus.crawler.crawl;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;

/// Three stages without a network. Domain `d<i>` has two of ten hosts, each host two addresses, some of them shared.
final class ToyWorld {
    static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    /// Addresses that say "later" at first.
    static final int CALLED_TWICE = 4;

    /// How often each key was looked at, second tries apart.
    final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
    /// Moves every domain to ten other hosts: what a world does between a crash and the next run.
    private final int shift;

    ToyWorld(int shift) {
        this.shift = shift;
    }

    Stages stages() {
        return new Stages(
                (partition, lease) -> new Domains(),
                (partition, lease) -> new Hosts(),
                (partition, lease) -> new Targets());
    }

    private void looked(String key) {
        looks.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
        Thread.yield();
    }

    private abstract static class Base<M, R extends Record> implements Stage<M, R> {
        private final Table<R> table;

        Base(Table<R> table) {
            this.table = table;
        }

        @Override
        public Table<R> table() {
            return table;
        }

        @Override
        public boolean measured(R row) {
            return true;
        }

        @Override
        public boolean admits(M message) {
            return true;
        }

        @Override
        public String outcome(R row) {
            return "SEEN";
        }
    }

    private final class Domains extends Base<String, DomainRow> {
        Domains() {
            super(Table.DOMAINS);
        }

        @Override
        public String key(String domain) {
            return domain;
        }

        @Override
        public String keyOf(DomainRow row) {
            return row.domain();
        }

        @Override
        public Look<DomainRow> begin(String domain) {
            return () -> look(domain);
        }

        private Seen<DomainRow> look(String domain) {
            looked(domain);
            int number = Integer.parseInt(domain.substring(1, domain.indexOf('.')));
            if (number % 17 == 3) {
                throw new IllegalStateException("a bug that this domain brings out");
            }
            MxOutcome mx = new MxOutcome.Hosts(
                    List.of(
                            new MailExchange(10, "mx" + (number % 10 + 10 * shift) + ".example"),
                            new MailExchange(20, "mx" + (number * 7 % 10 + 10 * shift) + ".example")),
                    Security.SECURE,
                    60);
            return new Seen<>(row(domain, mx), List.of(certificate(number % 5)));
        }

        @Override
        public DomainRow internalError(String domain, Throwable bug) {
            return row(domain, new MxOutcome.Unmeasured(DnsFailure.INTERNAL_ERROR, List.of()));
        }

        private DomainRow row(String domain, MxOutcome mx) {
            return DomainMapping.toRow(new DomainObservation(
                    domain,
                    NOW,
                    mx,
                    Optional.empty(),
                    new RecordOutcome.Absent<>(),
                    new RecordOutcome.Absent<>(),
                    Hint.NOT_ASKED,
                    Hint.NOT_ASKED,
                    Hint.NOT_ASKED,
                    new RecordOutcome.Absent<>(),
                    Optional.empty(),
                    new PolicyFetch.NotAsked(),
                    Optional.empty(),
                    new RecordOutcome.Absent<>(),
                    List.of(),
                    1,
                    0,
                    "toy"));
        }
    }

    private final class Hosts extends Base<String, HostRow> {
        Hosts() {
            super(Table.MX_HOSTS);
        }

        @Override
        public String key(String host) {
            return host;
        }

        @Override
        public String keyOf(HostRow row) {
            return row.host();
        }

        @Override
        public Look<HostRow> begin(String host) {
            return () -> look(host);
        }

        private Seen<HostRow> look(String host) {
            looked(host);
            int number = Integer.parseInt(host.substring(2, host.indexOf('.')));
            return new Seen<>(
                    HostMapping.toRow(new HostObservation(
                            host,
                            NOW,
                            "example",
                            new Answer.Found<>(
                                    List.of("192.0.2." + number, "192.0.2." + (number + 1)), Security.SECURE, 60),
                            new Answer.NoData<>(Security.SECURE),
                            List.of(),
                            new TlsaOutcome.Absent(Security.SECURE),
                            List.of(),
                            1,
                            0)),
                    List.of());
        }

        @Override
        public HostRow internalError(String host, Throwable bug) {
            throw new AssertionError(bug);
        }
    }

    private final class Targets extends Base<SmtpTarget, SmtpRow> {
        Targets() {
            super(Table.SMTP);
        }

        @Override
        public String key(SmtpTarget target) {
            return target.host() + " " + target.ip();
        }

        @Override
        public String keyOf(SmtpRow row) {
            return row.host() + " " + row.ip();
        }

        @Override
        public Look<SmtpRow> begin(SmtpTarget target) {
            return () -> look(target);
        }

        private Seen<SmtpRow> look(SmtpTarget target) {
            looked(key(target));
            SmtpObservation seen = seen(target.host(), target.ip());
            boolean later = Set.of("mx2.example", "mx5.example").contains(target.host());
            return new Seen<>(SmtpMapping.toRow(seen.atTry(1, later ? Optional.of(NOW) : Optional.empty())), List.of());
        }

        @Override
        public Optional<Instant> due(SmtpRow row) {
            return Optional.ofNullable(row.notBefore());
        }

        @Override
        public Look<SmtpRow> again(SmtpRow row) {
            return () -> {
                looked(keyOf(row) + " again");
                return new Seen<>(SmtpMapping.toRow(seen(row.host(), row.ip()).atTry(2, Optional.empty())), List.of());
            };
        }

        private static SmtpObservation seen(String host, String ip) {
            return SmtpObservation.first(
                    host, ip, NOW, host, new SmtpOutcome.StartTlsNotOffered(), SmtpDialogue.SILENCE, 0, 0, 0);
        }

        @Override
        public SmtpRow internalError(SmtpTarget target, Throwable bug) {
            throw new AssertionError(bug);
        }
    }

    private static CertificateObservation certificate(int number) {
        return new CertificateObservation(Integer.toString(number).repeat(64), new byte[] {(byte) number});
    }
}
