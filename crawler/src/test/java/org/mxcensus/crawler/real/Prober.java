package org.mxcensus.crawler.real;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import org.mxcensus.crawler.pace.Gate;
import org.mxcensus.crawler.pace.Permits;
import org.mxcensus.crawler.smtp.SmtpConfig;
import org.mxcensus.crawler.smtp.SmtpProbe;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.crawler.tls.TlsClient;
import org.mxcensus.crawler.tls.Transport;
import org.mxcensus.datasets.observation.SmtpObservation;

/// Our probe, as patient as a busy machine asks for.
final class Prober implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Transport transport = Transport.open(1);
    private final TlsClient tls = TlsClient.open();

    SmtpObservation probe(InetSocketAddress address) throws InterruptedException {
        return probe(address, Permits.lab());
    }

    SmtpObservation probe(InetSocketAddress address, Gate gate) throws InterruptedException {
        SmtpConfig config = SmtpConfig.evenly("probe.mxcensus.example", address.getPort(), PATIENCE, PATIENCE);
        String ip = address.getAddress().getHostAddress();
        return new SmtpProbe(transport, tls, gate, config, Clock.systemUTC())
                .probe(SmtpTarget.of(ip, Keys.HOST, Keys.HOST, false))
                .observation();
    }

    @Override
    public void close() {
        transport.close();
        tls.close();
    }
}
