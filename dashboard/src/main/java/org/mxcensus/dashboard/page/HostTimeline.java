package org.mxcensus.dashboard.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.evidence.HostHistory;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostRow;

/// What changed of an MX host from crawl to crawl: its certificates, its TLSA records, the verdict on it.
///
/// What could not be told in a crawl is no change: each is set beside the last time that it was known.
///
/// @param entries the newest first
public record HostTimeline(List<Entry> entries) {
    /// Enough to tell two certificates or records apart at a glance; evidence has them whole.
    private static final int DIGITS = 16;

    /// @param changed what is not as it was when it was last known, in words; empty where all is
    public record Entry(
            String crawl, Verdict starttls, Verdict dane, String certificates, String tlsa, String changed) {}

    static HostTimeline of(List<HostHistory> history) {
        List<Entry> entries = new ArrayList<>();
        Trace<List<String>> certificates = new Trace<>();
        Trace<List<String>> records = new Trace<>();
        Trace<DaneStatus> danes = new Trace<>();
        Trace<Finding> offers = new Trace<>();
        for (HostHistory past : history) {
            Optional<List<String>> sent = Optional.of(past.leaves()).filter(leaves -> !leaves.isEmpty());
            Optional<List<String>> published = tlsa(past.seen());
            Optional<DaneStatus> dane = past.verdict().map(ExchangeVerdictRow::dane);
            Optional<Finding> offer = past.verdict().map(ExchangeVerdictRow::starttls);
            List<String> changed = new ArrayList<>();
            certificates.step(sent).ifPresent(_ -> changed.add(Texts.of("host.certificate")));
            records.step(published).ifPresent(_ -> changed.add(Texts.of("host.tlsa")));
            offers.step(offer.filter(one -> one != Finding.UNMEASURED))
                    .ifPresent(_ -> changed.add(Texts.of("host.starttls")));
            danes.step(dane.filter(one -> Tone.of(one) != Tone.UNMEASURED))
                    .ifPresent(_ -> changed.add(Texts.of("host.dane")));
            entries.add(new Entry(
                    Numbers.date(past.crawl()),
                    Verdict.of("host.starttls", offer.orElse(null), ""),
                    Verdict.of("host.dane", dane.orElse(null), ""),
                    shown(sent, "host.no-certificate", HostTimeline::brief),
                    shown(published, "host.tlsa-untold", Function.identity()),
                    String.join(", ", changed)));
        }
        return new HostTimeline(entries.reversed());
    }

    /// The last known value of one thing.
    private static final class Trace<T> {
        private Optional<T> known = Optional.empty();

        /// The value where it differs from the last one known.
        Optional<T> step(Optional<T> now) {
            Optional<T> before = known;
            known = now.or(() -> before);
            return now.filter(value -> before.isPresent() && !before.get().equals(value));
        }
    }

    /// The records in order; empty where the look-up failed or nobody asked.
    private static Optional<List<String>> tlsa(HostRow row) {
        return switch (row.tlsaStatus()) {
            case FOUND, FOUND_INSECURE, ABSENT ->
                Optional.of(row.tlsa().stream()
                        .map(one ->
                                "%d %d %d %s".formatted(one.usage(), one.selector(), one.matching(), brief(one.data())))
                        .sorted()
                        .toList());
            case FAILED, NOT_ASKED -> Optional.empty();
        };
    }

    private static String shown(Optional<List<String>> values, String untold, Function<String, String> brief) {
        return values.map(some -> some.isEmpty()
                        ? Texts.of("host.none")
                        : some.stream().map(brief).collect(Collectors.joining(", ")))
                .orElseGet(() -> Texts.of(untold));
    }

    private static String brief(String hex) {
        return hex.length() <= DIGITS ? hex : hex.substring(0, DIGITS) + "…";
    }
}
