package org.mxcensus.lab.truth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.TlsaData;
import org.mxcensus.lab.world.TlsaSpec;

/// Whether TLSA records match what a mail server shows (RFC 7672 §3, RFC 7671 §9), and what is wrong where none does.
///
/// @param base the host whose records these are
/// @param shown what a client sees that takes every key
/// @param second what one sees that takes no key of ECDSA
/// @param before what the crawl before saw at the address; empty where it saw no certificate
record DaneTruth(HostSpec base, Shown shown, Shown second, Optional<Before> before) {

    /// @param valid whether a record matched it then
    record Before(Shown shown, boolean valid) {}

    DaneFinding judge(List<TlsaSpec> records) {
        List<TlsaSpec> usable = records.stream().filter(Usable::is).toList();
        if (usable.isEmpty()) {
            return DaneFinding.of("UNUSABLE", first(slips(records), DaneCause.NO_USABLE_RECORD));
        }
        List<TlsaSpec> effective = Usable.strongest(usable);
        if (effective.stream().anyMatch(record -> matches(record, shown))) {
            boolean both = effective.stream().anyMatch(record -> matches(record, second));
            return both ? DaneFinding.of("VALID") : DaneFinding.of("VALID", DaneCause.ONLY_ONE_KEY_TYPE);
        }
        Stream<DaneCause> evidence = Stream.of(
                        effective.stream().flatMap(this::ofChain),
                        usable.stream().filter(record -> matches(record, shown)).map(_ -> DaneCause.SHADOWED),
                        slips(records),
                        before.stream().flatMap(seen -> rollOver(effective, seen)))
                .flatMap(causes -> causes);
        return DaneFinding.of("MISMATCH", first(evidence, DaneCause.NO_MATCH));
    }

    /// In the order of [DaneCause], which is that of likelihood.
    private static DaneCause first(Stream<DaneCause> evidence, DaneCause otherwise) {
        return evidence.min(DaneCause::compareTo).orElse(otherwise);
    }

    private boolean matches(TlsaSpec record, Shown leaf) {
        return record.usage() == Usable.DANE_EE
                ? names(record, leaf)
                : names(record, leaf) && Anchors.fault(leaf, base).isEmpty();
    }

    /// Whether the data is that of the leaf, or of an authority that was sent or comes with the record.
    private boolean names(TlsaSpec record, Shown leaf) {
        return record.source()
                .map(source -> switch (source) {
                    case AUTO -> record.usage() % 2 == 1 ? isKey(record, leaf, 0) : isIssuer(record, leaf);
                    case LEAF -> record.usage() % 2 == 1 && isKey(record, leaf, 0);
                    case PREVIOUS -> isKey(record, leaf, -1);
                    case NEXT -> isKey(record, leaf, 1);
                    case OTHER_KEY -> same(record, Shown.second(base), leaf);
                    case ISSUER -> record.usage() % 2 == 0 && isIssuer(record, leaf);
                    case ROOT -> Anchors.sendsRoot(leaf.kind());
                    case RETIRED_CA, OTHER_SELECTOR, OTHER_MATCHING, EMPTY, PEM, TYPO, CUT -> false;
                })
                .orElse(false);
    }

    /// @param later how far the key that the record names is from the present one
    private boolean isKey(TlsaSpec record, Shown leaf, int later) {
        KeyType type = base.smtp().tls().keyType().first();
        return same(record, Shown.of(base, type, base.smtp().tls().number() + later), leaf);
    }

    private static boolean same(TlsaSpec record, Shown named, Shown leaf) {
        return record.selector() == 1 ? named.hasKeyOf(leaf) : named.equals(leaf);
    }

    /// RFC 7671 §5.2.2: whole data brings the authority.
    private boolean isIssuer(TlsaSpec record, Shown leaf) {
        return Anchors.isIssuer(base.smtp().tls().cert(), leaf.kind())
                && (record.matching() == 0 || Anchors.sends(leaf.kind()));
    }

    /// What the chain says of a record that counts.
    private Stream<DaneCause> ofChain(TlsaSpec record) {
        if (matches(record, second)) {
            return Stream.of(DaneCause.OTHER_KEY_TYPE);
        }
        if (record.usage() == Usable.DANE_EE) {
            return Stream.empty();
        }
        if (names(record, shown)) {
            return Anchors.fault(shown, base).stream();
        }
        Optional<TlsaData> source = record.source();
        if (source.equals(Optional.of(TlsaData.RETIRED_CA))) {
            return Stream.of(DaneCause.RETIRED_CA);
        }
        boolean above =
                source.filter(data -> Anchors.liesAbove(data, shown.kind())).isPresent();
        return above ? Stream.of(DaneCause.ANCHOR_NOT_SENT) : Stream.empty();
    }

    /// Mistakes in making the records, whether these are usable or not.
    private Stream<DaneCause> slips(List<TlsaSpec> records) {
        return records.stream().flatMap(record -> record.source().stream().flatMap(source -> slip(record, source)));
    }

    private Stream<DaneCause> slip(TlsaSpec record, TlsaData source) {
        boolean ofLeaf = record.usage() % 2 == 1;
        boolean near = ofLeaf ? isKey(record, shown, 0) : isIssuer(record, shown);
        return switch (source) {
            case AUTO -> Stream.of(DaneCause.WRONG_USAGE).filter(_ -> near && record.usage() < Usable.DANE_TA);
            case LEAF -> Stream.of(DaneCause.WRONG_USAGE).filter(_ -> !ofLeaf && isKey(record, shown, 0));
            case ISSUER -> Stream.of(DaneCause.WRONG_USAGE).filter(_ -> ofLeaf && isIssuer(record, shown));
            case OTHER_SELECTOR -> Stream.of(DaneCause.WRONG_SELECTOR).filter(_ -> near);
            case OTHER_MATCHING -> Stream.of(DaneCause.WRONG_MATCHING_TYPE).filter(_ -> near);
            case EMPTY -> Stream.of(DaneCause.EMPTY_INPUT);
            case PEM -> Stream.of(DaneCause.PEM_TEXT).filter(_ -> near);
            case TYPO -> Stream.of(DaneCause.MISTYPED).filter(_ -> near);
            case PREVIOUS, NEXT, OTHER_KEY, ROOT, RETIRED_CA, CUT -> Stream.empty();
        };
    }

    /// RFC 7671 §8.1: records and certificate change in step, or the records first beside the old ones.
    private Stream<DaneCause> rollOver(List<TlsaSpec> effective, Before seen) {
        if (effective.stream().anyMatch(record -> record.usage() == Usable.DANE_EE && names(record, seen.shown()))) {
            return Stream.of(DaneCause.ROLLOVER_LATE);
        }
        return Stream.of(DaneCause.ROLLOVER_EARLY)
                .filter(_ -> seen.valid() && seen.shown().equals(shown));
    }
}
