package org.mxcensus.crawler.domain;

import java.util.List;
import org.mxcensus.crawler.dns.AddressFamily;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.crawler.dns.Underway;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.Hint;

/// Finds out whether anything lies below names that no selector or address is needed for.
///
/// A name with something beneath it exists though it holds nothing itself (RFC 4592 §2.2.2), so it is answered with
/// NoData; one with nothing beneath it does not exist, and is denied (RFC 8020 §2). That tells something only in a zone
/// that denies names at all, which a denial of any of the three shows, or else the answer for a label made up by
/// chance.
final class HintSearch {
    /// RFC 6376 §3.6.2.1, RFC 7929 §3, RFC 8162 §3.
    private static final List<String> LABELS = List.of("_domainkey", "_openpgpkey", "_smimecert");

    private final Resolver resolver;
    private final RandomLabel labels;

    /// Whether the zone denies names that do not exist.
    private enum Denial {
        SEEN,
        NEVER,
        UNKNOWN
    }

    HintSearch(Resolver resolver, RandomLabel labels) {
        this.resolver = resolver;
        this.labels = labels;
    }

    HintFindings search(String domain) {
        List<Underway<Lookup<List<String>>>> asked = LABELS.stream()
                .map(label -> Underway.ask(() -> at(label, domain)))
                .toList();
        List<Lookup<List<String>>> found = asked.stream().map(Underway::await).toList();
        boolean denied = found.stream().anyMatch(HintSearch::isDenied);
        // One made-up label serves all three, and none is needed where a denial has been seen or nothing exists.
        if (denied || found.stream().noneMatch(HintSearch::exists)) {
            return findings(found, Denial.SEEN, 0);
        }
        Lookup<List<String>> byChance = at(labels.next(), domain);
        return findings(found, denial(byChance), byChance.queries());
    }

    /// Any type would do; for addresses servers answer best (RFC 9156 §2.1).
    private Lookup<List<String>> at(String label, String domain) {
        return resolver.addresses(label + "." + domain, AddressFamily.A);
    }

    /// A name too long to be asked for was denied by nobody. One that is an alias exists, whatever becomes of its
    /// target (RFC 6604 §3).
    private static boolean isDenied(Lookup<List<String>> lookup) {
        return lookup.answer() instanceof Answer.NxDomain && lookup.aliases().isEmpty() && lookup.queries() > 0;
    }

    private static boolean exists(Lookup<List<String>> lookup) {
        return lookup.aliases().isEmpty()
                && (lookup.answer() instanceof Answer.Found || lookup.answer() instanceof Answer.NoData);
    }

    private static Denial denial(Lookup<List<String>> byChance) {
        if (isDenied(byChance)) {
            return Denial.SEEN;
        }
        return byChance.answer() instanceof Answer.Failed ? Denial.UNKNOWN : Denial.NEVER;
    }

    private static HintFindings findings(List<Lookup<List<String>>> found, Denial denial, int queries) {
        List<Hint> hints = found.stream().map(lookup -> hint(lookup, denial)).toList();
        int all = queries + found.stream().mapToInt(Lookup::queries).sum();
        return new HintFindings(hints.get(0), hints.get(1), hints.get(2), all);
    }

    private static Hint hint(Lookup<List<String>> lookup, Denial denial) {
        return switch (lookup.answer()) {
            case Answer.Failed<List<String>> failed -> Hint.UNMEASURED;
            case Answer.NxDomain<List<String>> none -> lookup.aliases().isEmpty() ? Hint.ABSENT : Hint.UNRELIABLE;
            case Answer.NoData<List<String>> none -> existing(lookup, denial);
            case Answer.Found<List<String>> some -> existing(lookup, denial);
        };
    }

    /// What lies below an alias nobody has been asked.
    private static Hint existing(Lookup<List<String>> lookup, Denial denial) {
        if (!lookup.aliases().isEmpty()) {
            return Hint.UNRELIABLE;
        }
        return switch (denial) {
            case SEEN -> Hint.PRESENT;
            case NEVER -> Hint.UNRELIABLE;
            case UNKNOWN -> Hint.UNMEASURED;
        };
    }
}
