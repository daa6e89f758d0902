package org.mxcensus.crawler.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.pace.Literal;
import org.mxcensus.crawler.pace.OptOut;
import org.mxcensus.crawler.pace.OptOutSource;
import org.mxcensus.crawler.smtp.RetryRule;
import org.mxcensus.crawler.smtp.SecondLooks;
import org.mxcensus.crawler.smtp.SharedAddresses;
import org.mxcensus.crawler.smtp.SmtpProbe;
import org.mxcensus.crawler.smtp.SmtpResult;
import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.observation.Abstention;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;
import org.mxcensus.datasets.schema.Table;

/// The third stage: the STARTTLS dialogue with one address of an MX host.
final class SmtpTargetStage implements Stage<SmtpTarget, SmtpRow> {
    private final SmtpProbe probe;
    private final SecondLooks secondLooks;
    private final SharedAddresses addresses;
    private final RetryRule retries;
    private final OptOutSource optOut;
    private final Clock clock;

    SmtpTargetStage(
            SmtpProbe probe,
            SecondLooks secondLooks,
            SharedAddresses addresses,
            RetryRule retries,
            OptOutSource optOut,
            Clock clock) {
        this.probe = probe;
        this.secondLooks = secondLooks;
        this.addresses = addresses;
        this.retries = retries;
        this.optOut = optOut;
        this.clock = clock;
    }

    @Override
    public Table<SmtpRow> table() {
        return Table.SMTP;
    }

    @Override
    public String key(SmtpTarget target) {
        return key(target.host(), target.ip());
    }

    @Override
    public String keyOf(SmtpRow row) {
        return key(row.host(), row.ip());
    }

    private static String key(String host, String ip) {
        return host + " " + ip;
    }

    /// Who opted out has a row that says so; the probe asks right before it would connect.
    @Override
    public boolean admits(SmtpTarget target) {
        return true;
    }

    @Override
    public Look<SmtpRow> begin(SmtpTarget target) {
        if (!Channels.isTarget(target)) {
            // It takes no place in a line: whoever stands behind would wait for it.
            return () -> {
                throw new ForeignMessage("target", target.toString());
            };
        }
        SharedAddresses.Probe inTurn = addresses.inTurn(target, () -> probe.probe(target));
        // Whoever waits for the first look of this name does not wait for the second ones.
        return () -> seen(secondLooks.after(target, unlessOptedOut(target, inTurn.probe())), retries::applied);
    }

    /// Who opts out while he waits for his turn takes nothing over either: no connection, and so no gate, stands
    /// between.
    private SmtpResult unlessOptedOut(SmtpTarget target, SmtpResult result) {
        boolean takenOver = result.observation().reusedFrom().isPresent();
        return takenOver && isOptedOut(target)
                ? new SmtpResult(unseen(target, new SmtpOutcome.NotAttempted(Abstention.OPTED_OUT)), List.of())
                : result;
    }

    private boolean isOptedOut(SmtpTarget target) {
        OptOut list = optOut.current();
        return list.covers(target.host()) || list.covers(Literal.address(target.ip()));
    }

    @Override
    public void recall(SmtpRow row) {
        addresses.recall(SmtpMapping.toObservation(row));
    }

    @Override
    public Optional<Instant> due(SmtpRow row) {
        return Optional.ofNullable(row.notBefore());
    }

    @Override
    public Duration pause(SmtpRow row) {
        return due(row).map(then -> Duration.between(row.observedAt(), then)).orElse(Duration.ZERO);
    }

    /// By itself, whatever other names of the address have shown, and once.
    @Override
    public Look<SmtpRow> again(SmtpRow row) {
        SmtpTarget target = SmtpTarget.of(row.ip(), row.host(), row.sni(), true);
        return () -> seen(probe.probe(target), second -> second.atTry(2, Optional.empty()));
    }

    private interface Try {
        SmtpObservation numbered(SmtpObservation seen);
    }

    private static Seen<SmtpRow> seen(SmtpResult result, Try number) {
        return new Seen<>(SmtpMapping.toRow(number.numbered(result.observation())), result.certificates());
    }

    @Override
    public SmtpRow internalError(SmtpTarget target, Throwable bug) {
        return SmtpMapping.toRow(unseen(target, new SmtpOutcome.InternalError(bug.toString())));
    }

    private SmtpObservation unseen(SmtpTarget target, SmtpOutcome outcome) {
        return SmtpObservation.first(
                target.host(), target.ip(), clock.instant(), target.sni(), outcome, SmtpDialogue.SILENCE, 0, 0, 0);
    }

    @Override
    public String outcome(SmtpRow row) {
        return row.outcome().name();
    }

    @Override
    public boolean measured(SmtpRow row) {
        return switch (row.outcome()) {
            case NOT_CONNECTED, DEFERRED, BLOCKED, NOT_ATTEMPTED, NOT_TOLD, INTERNAL_ERROR -> false;
            case NO_SERVICE,
                    EHLO_REJECTED,
                    STARTTLS_NOT_OFFERED,
                    STARTTLS_REFUSED,
                    HANDSHAKE_FAILED,
                    TLS_ESTABLISHED,
                    PROTOCOL_ERROR -> true;
        };
    }

    @Override
    public boolean isLeftAlone(SmtpRow row) {
        return row.outcome() == SmtpStatus.NOT_ATTEMPTED
                && Abstention.OPTED_OUT.name().equals(row.cause());
    }

    @Override
    public boolean isReused(SmtpRow row) {
        return row.reusedFrom() != null;
    }
}
