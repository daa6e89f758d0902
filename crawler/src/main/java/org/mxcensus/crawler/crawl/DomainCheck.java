package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.store.UserError;

/// One domain looked at by the stages of a crawl, with nothing queued and nothing written.
public final class DomainCheck {
    private final Stage<String, DomainRow> domains;
    private final Stage<String, HostRow> hosts;
    private final Stage<SmtpTarget, SmtpRow> targets;
    private final Map<String, CertificateObservation> certificates = new LinkedHashMap<>();

    private DomainCheck(Probes probes, ProbeConfig config, Clock clock) {
        Stages stages = new ProbingStages(probes, config, 1, "check", true, clock).stages();
        this.domains = stages.domains().of(0, Lease.FOREVER);
        this.hosts = stages.hosts().of(0, Lease.FOREVER);
        this.targets = stages.targets().of(0, Lease.FOREVER);
    }

    /// The rows that a crawl of this one domain would have written. An own address stands in for MX hosts where there
    /// are none.
    public record Rows(DomainRow domain, List<HostRow> hosts, List<SmtpRow> smtp, List<CertificateRow> certificates) {}

    /// Looks at a domain, all of its hosts at once.
    ///
    /// @param domain lower case, A-labels, without the final dot
    /// @throws UserError where the domain opted out
    public static Rows look(String domain, Probes probes, ProbeConfig config, Clock clock) throws InterruptedException {
        return new DomainCheck(probes, config, clock).look(domain);
    }

    private Rows look(String domain) throws InterruptedException {
        if (!domains.admits(domain)) {
            throw new UserError(domain + " is on the opt-out list and is not measured.");
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            DomainRow domainRow = each(domains, List.of(domain), executor).getFirst();
            List<HostRow> hostRows = each(hosts, DomainStage.hosts(domainRow, true), executor);
            List<SmtpTarget> addresses = hostRows.stream()
                    .flatMap(row -> HostStage.targets(row).stream())
                    .toList();
            List<SmtpRow> smtpRows = each(targets, addresses, executor);
            return new Rows(
                    domainRow,
                    hostRows,
                    smtpRows,
                    certificates.values().stream()
                            .map(CertificateMapping::toRow)
                            .toList());
        }
    }

    private <M, R extends Record> List<R> each(Stage<M, R> stage, List<M> messages, ExecutorService executor)
            throws InterruptedException {
        List<Callable<Stage.Seen<R>>> looks = messages.stream()
                .filter(stage::admits)
                .<Callable<Stage.Seen<R>>>map(
                        message -> () -> stage.begin(message).look())
                .toList();
        List<R> rows = new ArrayList<>();
        for (Future<Stage.Seen<R>> done : executor.invokeAll(looks)) {
            Stage.Seen<R> seen = result(done);
            seen.certificates().forEach(sent -> certificates.putIfAbsent(sent.sha256(), sent));
            rows.add(seen.row());
        }
        return rows;
    }

    private static <R> R result(Future<R> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look failed", e.getCause());
        }
    }
}
