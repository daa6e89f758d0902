package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.crawler.host.HostProbe;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.pace.RoutingTable;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.HostObservation;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.AnswerStatus;
import org.mxcensus.datasets.schema.HostMapping;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.schema.TlsaStatus;

/// The second stage: an MX host's addresses and TLSA records.
final class HostStage implements Stage<String, HostRow> {
    private final HostProbe probe;
    private final OptOutSource optOut;
    private final RoutingTable routes;
    private final Clock clock;

    HostStage(HostProbe probe, OptOutSource optOut, RoutingTable routes, Clock clock) {
        this.probe = probe;
        this.optOut = optOut;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public Table<HostRow> table() {
        return Table.MX_HOSTS;
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
    public boolean admits(String host) {
        return !optOut.current().covers(host);
    }

    @Override
    public Look<HostRow> begin(String host) {
        return () -> {
            Channels.requireHost(host);
            return new Seen<>(HostMapping.toRow(probe.probe(host), this::system), List.of());
        };
    }

    /// Of several that announce an address, the first: a column has room for one.
    private @Nullable Long system(String ip) {
        return routes.isEmpty()
                ? null
                : routes.origins(Literal.address(ip)).stream().findFirst().orElse(null);
    }

    @Override
    public HostRow internalError(String host, Throwable bug) {
        return HostMapping.toRow(new HostObservation(
                host,
                clock.instant(),
                host,
                new Answer.Failed<>(DnsFailure.INTERNAL_ERROR),
                new Answer.Failed<>(DnsFailure.INTERNAL_ERROR),
                List.of(),
                new TlsaOutcome.NotAsked(),
                List.of(),
                0,
                0));
    }

    @Override
    public String outcome(HostRow row) {
        return "TLSA_" + row.tlsaStatus().name();
    }

    @Override
    public boolean measured(HostRow row) {
        boolean addressTold = row.aStatus() != AnswerStatus.FAILED || row.aaaaStatus() != AnswerStatus.FAILED;
        return addressTold && row.tlsaStatus() != TlsaStatus.FAILED;
    }

    /// The targets that follow from a host: every address. The server name in the handshake is the TLSA base domain
    /// where a sender would use TLSA, else the host (RFC 7672 §8.1).
    static List<SmtpTarget> targets(HostRow row) {
        String base = row.tlsaBase();
        boolean hasTlsa = row.tlsaStatus() == TlsaStatus.FOUND && base != null;
        String sni = hasTlsa && base != null ? base : row.host();
        return row.addresses().stream()
                .map(address -> SmtpTarget.of(address.ip(), row.host(), sni, hasTlsa))
                .toList();
    }
}
