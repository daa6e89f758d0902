package org.mxcensus.crawler.crawl;

import java.time.Clock;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.smtp.SharedAddresses;
import org.mxcensus.crawler.smtp.SmtpProbe;

/// The stages that look at the real world.
///
/// @param partitions of each queue
/// @param crawl names the crawl
/// @param nameServers whether each zone is asked for its name servers
record ProbingStages(
        Probes probes, ProbeConfig config, int partitions, String crawl, boolean nameServers, Clock clock) {

    Stages stages() {
        return new Stages(
                (partition, lease) -> new DomainStage(
                        probes.domain(new Probes.Share(partitions, lease), config.optOut(), nameServers),
                        config.optOut(),
                        clock,
                        config.vantage()),
                (partition, lease) -> new HostStage(probes.host(), config.optOut(), config.routes(), clock),
                this::targets);
    }

    private SmtpTargetStage targets(int partition, Lease lease) {
        SmtpProbe probe = probes.smtp(new Probes.Share(partitions, lease), config.optOut());
        return new SmtpTargetStage(
                probe,
                probes.secondLooks(probe, crawl),
                new SharedAddresses(crawl, clock),
                config.retries(),
                config.optOut(),
                clock);
    }
}
