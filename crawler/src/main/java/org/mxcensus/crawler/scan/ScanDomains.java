package org.mxcensus.crawler.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.DomainObservation;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.PolicyFetch;
import org.mxcensus.datasets.observation.RecordOutcome;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DomainMapping;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// The domains whose MX hosts were scanned: tables `frame` and `domains`. Of a domain nothing is known but its MX
/// records,
/// and of these not whether they are signed.
final class ScanDomains {
    private final WorkFiles files;
    private final SourceInput input;
    private final Instant at;
    private final ScanProgress progress;
    private final Parts<FrameRow> frame;

    /// @param at when the scan began
    ScanDomains(WorkFiles files, SourceInput input, Instant at, ScanProgress progress) {
        this.files = files;
        this.input = input;
        this.at = at;
        this.progress = progress;
        this.frame = new Parts<>(files, Table.FRAME);
    }

    /// Writes both.
    ///
    /// @throws UserError where no domain is told of
    InputReport write() {
        try (Heaps domains = new Heaps(files.store(), "exchanges");
                Parts<DomainRow> rows = new Parts<>(files, Table.DOMAINS);
                frame) {
            InputReport report = ScanImport.read(input, progress, line -> take(line, domains));
            domains.each(some -> some.forEach((domain, exchanges) -> {
                frame.add(new FrameRow(domain, source(), DomainNames.topLevel(domain), null, null, null));
                rows.add(DomainMapping.toRow(domain(domain, exchanges)));
            }));
            if (frame.total() == 0) {
                throw new UserError(
                        "%s names no MX host of any domain%s; give lines `domain preference host`, or MX records."
                                .formatted(
                                        input.label(),
                                        report.examples().stream()
                                                .findFirst()
                                                .map(example -> " (" + example + ")")
                                                .orElse("")));
            }
            return report;
        }
    }

    private static Optional<String> take(String line, Heaps domains) {
        return switch (MxLine.parse(line)) {
            case MxLine.Nothing _ -> Optional.empty();
            case MxLine.Malformed(String reason) -> Optional.of(reason);
            case MxLine.Exchange(String domain, int preference, String host) -> {
                domains.add(domain, preference + " " + host);
                yield Optional.empty();
            }
        };
    }

    private DomainObservation domain(String domain, List<String> exchanges) {
        return new DomainObservation(
                domain,
                at,
                mx(exchanges.stream().distinct().map(ScanDomains::exchange).toList()),
                Optional.empty(),
                untold(),
                untold(),
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                Hint.NOT_ASKED,
                untold(),
                Optional.empty(),
                new PolicyFetch.NotAsked(),
                Optional.empty(),
                untold(),
                List.of(),
                0,
                0,
                "");
    }

    private static <T> RecordOutcome<T> untold() {
        return new RecordOutcome.Unmeasured<>(DnsFailure.NOT_ASKED);
    }

    private static MailExchange exchange(String text) {
        int blank = text.indexOf(' ');
        return new MailExchange(Integer.parseInt(text.substring(0, blank)), text.substring(blank + 1));
    }

    // RFC 7505 §3.
    private static MxOutcome mx(List<MailExchange> exchanges) {
        Stream<MailExchange> roots =
                exchanges.stream().filter(exchange -> exchange.host().isEmpty());
        if (roots.findAny().isEmpty()) {
            return new MxOutcome.Hosts(exchanges, Security.UNKNOWN, 0);
        }
        return exchanges.size() == 1
                ? new MxOutcome.NullMx(Security.UNKNOWN, 0)
                : new MxOutcome.NullMxMixed(exchanges, Security.UNKNOWN, 0);
    }

    /// The name of the source in table `frame`.
    String source() {
        return input.name().orElseGet(input::nameOfFile);
    }

    /// How many domains there are.
    long total() {
        return frame.total();
    }

    /// How many parts table `frame` has.
    int parts() {
        return frame.published();
    }
}
