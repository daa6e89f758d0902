package org.mxcensus.crawler.source;

import org.mxcensus.datasets.store.UserError;

/// The first reading of a zone file: which domains are signed, and that the file is whole.
///
/// In constant memory but for the hashes: DS records may lie far from the NS records of their owners.
final class ZoneScan {
    private final LongHashSet signed = new LongHashSet();
    private final LongHashSet delegated = new LongHashSet();
    private final LongHashSet scattered = new LongHashSet();
    private final MalformedLines malformed;
    private final Delegations delegations;

    private long records;
    private long lines;
    private boolean hasSignatures;
    private boolean hasRelativeTargets;
    private long signedDomains;
    private String sha256 = "";

    private ZoneScan(String label, NameBytes apex) {
        malformed = new MalformedLines(label);
        delegations = new Delegations(apex);
    }

    /// @throws UserError where the file is not whole or delegates nothing
    static ZoneScan of(SourceInput input, ZoneApex apex) {
        var scan = new ZoneScan(input.label(), apex.name());
        try (var zone = input.records()) {
            while (zone.next()) {
                if (zone.isUnterminated()) {
                    LastRecord.check(input.label(), zone, scan.hasRelativeTargets);
                }
                scan.take(zone);
            }
            scan.lines = zone.lines();
            scan.sha256 = zone.sha256();
        }
        if (scan.delegated.size() == 0) {
            throw new UserError("The zone file " + input.label() + " delegates no domain below " + apex.sourceName()
                    + ": give the zone of a registry, or a list with one domain a line.");
        }
        scan.signedDomains = scan.delegated.countIn(scan.signed);
        return scan;
    }

    /// Whether a DS record of this owner was seen.
    boolean isSigned(long hash) {
        return signed.contains(hash);
    }

    /// Whether the NS records of this owner do not lie together.
    boolean isScattered(long hash) {
        return scattered.contains(hash);
    }

    /// Whether the file would show DS records. One without any, and without signatures, may have been stripped of
    /// them; that a domain is unsigned cannot be told from it.
    boolean tellsSecurity() {
        return signed.size() > 0 || hasSignatures;
    }

    long scattered() {
        return scattered.size();
    }

    long lines() {
        return lines;
    }

    long records() {
        return records;
    }

    long domains() {
        return delegated.size();
    }

    /// Domains with a DS record.
    long signedDomains() {
        return signedDomains;
    }

    MalformedLines malformed() {
        return malformed;
    }

    String sha256() {
        return sha256;
    }

    private void take(ZoneRecords record) {
        if (record.kind() != RecordKind.MALFORMED) {
            records++;
        }
        switch (record.kind()) {
            case NS -> takeNs(record);
            case DS -> signed.add(record.owner().hash());
            case SIGNATURE -> hasSignatures = true;
            case MALFORMED -> malformed.add(record.line(), record.reason());
            case SOA, OTHER -> {}
        }
    }

    private void takeNs(ZoneRecords record) {
        hasRelativeTargets |= record.hasRelativeTarget();
        switch (delegations.see(record.owner())) {
            case BEGUN -> {
                if (!delegated.add(delegations.hash())) {
                    scattered.add(delegations.hash());
                }
            }
            case REFUSED -> malformed.add(record.line(), delegations.reason());
            case APEX, CONTINUED -> {}
        }
    }
}
