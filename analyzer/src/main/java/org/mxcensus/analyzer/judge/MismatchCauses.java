package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.TlsaRecord;
import org.mxcensus.datasets.schema.DaneCause;

/// Tells the likeliest mistake behind a mismatch: the first for which there is evidence.
///
/// What the chain of now says of the records comes before what another crawl saw: whoever has published the new
/// certificate in a wrong way has not forgotten to. The order is that of the constants of [DaneCause].
final class MismatchCauses {

    private record Check(DaneCause cause, Predicate<Mismatch> evidence) {}

    private static final List<Check> OF_ANY_RECORD = List.of(
            new Check(DaneCause.WRONG_USAGE, Misfit::ofUsage),
            new Check(DaneCause.WRONG_SELECTOR, Misfit::ofSelector),
            new Check(DaneCause.WRONG_MATCHING_TYPE, Misfit::ofMatchingType),
            new Check(DaneCause.MISTYPED, Slips::mistyped),
            new Check(DaneCause.PEM_TEXT, Slips::pemText),
            new Check(DaneCause.EMPTY_INPUT, Slips::emptyInput));

    private static final List<Check> OF_USABLE_RECORDS = Stream.of(
                    List.of(new Check(DaneCause.SHADOWED, MismatchCauses::shadowed)),
                    OF_ANY_RECORD,
                    List.of(
                            new Check(DaneCause.ROLLOVER_LATE, RollOver::late),
                            new Check(DaneCause.ROLLOVER_EARLY, RollOver::early),
                            new Check(DaneCause.RETIRED_CA, RetiredAuthorities::named),
                            new Check(DaneCause.ANCHOR_NOT_SENT, Anchors::notSent)))
            .flatMap(List::stream)
            .toList();

    private MismatchCauses() {}

    /// Why none of the usable records matches, where none leads to an anchor in the chain.
    static DaneCause of(Mismatch mismatch) {
        return first(OF_USABLE_RECORDS, mismatch, DaneCause.NO_MATCH);
    }

    /// Why none of the records is usable: data that would be right under other parameters says more than just that.
    static DaneCause ofUnusable(Mismatch mismatch) {
        return first(OF_ANY_RECORD, mismatch, DaneCause.NO_USABLE_RECORD);
    }

    private static DaneCause first(List<Check> checks, Mismatch mismatch, DaneCause otherwise) {
        return checks.stream()
                .filter(check -> check.evidence().test(mismatch))
                .map(Check::cause)
                .findFirst()
                .orElse(otherwise);
    }

    /// RFC 7671 §9: a usable record of a weaker digest names the chain, and senders leave it alone.
    private static boolean shadowed(Mismatch mismatch) {
        List<TlsaRecord> effective = mismatch.effective();
        return mismatch.published().stream()
                .filter(record -> TlsaRules.usable(record) && !effective.contains(record))
                .anyMatch(record ->
                        Mismatch.named(record, mismatch.chain()).findAny().isPresent());
    }
}
