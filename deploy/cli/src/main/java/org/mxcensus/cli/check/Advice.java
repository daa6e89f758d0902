package org.mxcensus.cli.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Cause;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// What to change: a sentence for each cause, and for what has no cause as nothing was promised, with the section that
/// asks for it.
final class Advice {
    private final DomainVerdictRow verdict;
    private final Map<Cause, Set<String>> hosts = new LinkedHashMap<>();
    private final List<String> plain;

    private Advice(Checked checked) {
        this.verdict = checked.verdict();
        this.plain = checked.addresses().stream()
                .filter(row -> row.starttls() == Finding.NO)
                .map(HostVerdictRow::host)
                .distinct()
                .toList();
        checked.addresses().stream().filter(this::counts).forEach(row -> add(row.daneCause(), row.host()));
        DaneCause dane = verdict.daneCause();
        // That some fail is said by the causes of those.
        if (dane != DaneCause.SOME_ADDRESSES_FAIL || hosts.isEmpty()) {
            add(dane, null);
        }
        add(verdict.mtaStsCause(), verdict.mtaStsHost());
    }

    /// The sentences, the most urgent first; none where there is nothing to change.
    static List<String> of(Checked checked) {
        return new Advice(checked).sentences();
    }

    /// What could not be told of an address is said of the domain. And a certificate that names the domain instead of
    /// the host fails for other domains only.
    private boolean counts(HostVerdictRow row) {
        return row.daneCause() != DaneCause.NOT_MEASURED
                && (verdict.dane() != DaneStatus.VALID || row.dane() == DaneStatus.VALID);
    }

    private void add(@Nullable Cause cause, @Nullable String host) {
        if (cause != null) {
            Set<String> known = hosts.computeIfAbsent(cause, _ -> new LinkedHashSet<>());
            Stream.ofNullable(host).forEach(known::add);
        }
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        hosts.forEach((cause, where) -> sentences.add(sentence(
                where.isEmpty() ? subject(cause) : at(where),
                cause.fix().replace("<domain>", verdict.domain()),
                cause.section())));
        if (!plain.isEmpty() && hosts.isEmpty()) {
            sentences.add(sentence(at(plain), "Switch STARTTLS on.", "RFC 3207 §4"));
        }
        if (verdict.dane() == DaneStatus.NOT_DEPLOYED && verdict.mtaSts() == StsStatus.NOT_DEPLOYED) {
            sentences.add(sentence(
                    "",
                    "Publish TLSA records in signed zones, or an MTA-STS policy: senders cannot prove your servers else.",
                    "RFC 7672 §2.2, RFC 8461 §3"));
        }
        return sentences;
    }

    private static String subject(Cause cause) {
        return switch (cause) {
            case DaneCause _ -> "";
            case StsCause _ -> "MTA-STS: ";
        };
    }

    private static String at(Collection<String> hosts) {
        return "At " + String.join(", ", hosts) + ": ";
    }

    private static String sentence(String where, String fix, String section) {
        return where + fix + " (" + section.replace(' ', Lines.NO_BREAK) + ")";
    }
}
