package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.util.Optional;
import org.mxcensus.crawler.smtp.SmtpProbe;
import org.mxcensus.crawler.smtp.SmtpResult;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.Table;

/// The third stage: the STARTTLS dialogue with one address of an MX host.
final class SmtpTargetStage implements Stage<SmtpTarget, SmtpRow> {
    private final SmtpProbe probe;
    private final Clock clock;

    SmtpTargetStage(SmtpProbe probe, Clock clock) {
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public Table<SmtpRow> table() {
        return Table.SMTP;
    }

    @Override
    public String key(SmtpTarget target) {
        return target.host() + " " + target.ip();
    }

    /// Who opted out has a row that says so; the probe asks right before it would connect.
    @Override
    public boolean admits(SmtpTarget target) {
        return true;
    }

    @Override
    public Seen<SmtpRow> look(SmtpTarget target) throws InterruptedException {
        SmtpResult result = probe.probe(target);
        return new Seen<>(SmtpMapping.toRow(result.observation()), result.certificates());
    }

    @Override
    public SmtpRow internalError(SmtpTarget target, RuntimeException bug) {
        return SmtpMapping.toRow(new SmtpObservation(
                target.host(),
                target.ip(),
                clock.instant(),
                target.sni(),
                new SmtpOutcome.InternalError(bug.toString()),
                SmtpDialogue.SILENCE,
                1,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0));
    }

    @Override
    public String outcome(SmtpRow row) {
        return row.outcome().name();
    }
}
