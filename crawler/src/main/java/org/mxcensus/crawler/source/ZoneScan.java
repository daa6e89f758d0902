package org.mxcensus.crawler.source;

import org.mxcensus.datasets.store.UserError;

/// The first reading of a zone file: which domains are signed, and that the file is whole.
///
/// In constant memory but for the hashes: of signed domains, since their DS records may lie far from their NS
/// records; and of all domains, where they come in no order, since one may come twice.
final class ZoneScan {
    private final NameBytes apex;
    private final ZoneBounds bounds;
    private final NameOrder order = new NameOrder();
    private final boolean isOrdered;
    private final LongHashSet scattered = new LongHashSet();
    private final CollectedHashes signed = new CollectedHashes(_ -> {});
    private final CollectedHashes delegated = new CollectedHashes(scattered::add);
    private final SignedNeighbours neighbours = new SignedNeighbours();
    private final MalformedLines malformed;
    private final Delegations delegations;

    private long domains;
    private long records;
    private long lines;
    private boolean hasSignatures;
    private boolean hasRelativeTargets;
    private long signedDomains;
    private String sha256 = "";

    private ZoneScan(String label, NameBytes apex, boolean isOrdered) {
        this.apex = apex;
        bounds = new ZoneBounds(label, apex);
        this.isOrdered = isOrdered;
        malformed = new MalformedLines(label);
        delegations = new Delegations(apex);
    }

    /// @throws UserError where the file is not whole or delegates nothing
    static ZoneScan of(SourceInput input, ZoneApex apex) {
        var scan = new ZoneScan(input.label(), apex.name(), true);
        if (!scan.read(input)) {
            scan = new ZoneScan(input.label(), apex.name(), false);
            scan.read(input);
        }
        if (scan.domains == 0) {
            throw new UserError("The zone file " + input.label() + " delegates no domain below " + apex.sourceName()
                    + ": give the zone of a registry, or a list with one domain a line.");
        }
        scan.signedDomains = scan.countSigned(input);
        return scan;
    }

    /// @return false where the domains were to come in order and do not
    private boolean read(SourceInput input) {
        try (var zone = input.recordsDigested()) {
            while (zone.next()) {
                if (zone.isUnterminated()) {
                    LastRecord.check(input.label(), zone, hasRelativeTargets);
                }
                if (!take(zone)) {
                    return false;
                }
            }
            bounds.end(zone);
            lines = zone.lines();
            sha256 = zone.sha256();
            complete();
            return true;
        }
    }

    private void complete() {
        signed.complete();
        delegated.complete();
        if (!isOrdered) {
            domains = delegated.size();
        }
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
        return hasSignatures || signed.size() > 0;
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
        return domains;
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

    private boolean take(ZoneRecords record) {
        if (record.kind() != RecordKind.MALFORMED) {
            records++;
        }
        switch (record.kind()) {
            case NS -> {
                return takeNs(record);
            }
            case DS -> takeDs(record.owner().hash());
            case SIGNATURE -> hasSignatures = true;
            case MALFORMED -> malformed.add(record.line(), record.reason());
            case SOA -> bounds.see(record);
            case OTHER -> {}
        }
        return true;
    }

    private void takeDs(long hash) {
        signed.add(hash);
        neighbours.signed(hash, delegations);
    }

    private boolean takeNs(ZoneRecords record) {
        hasRelativeTargets |= record.hasRelativeTarget();
        switch (delegations.see(record.owner())) {
            case BEGUN -> {
                return begin(record.owner());
            }
            case REFUSED -> malformed.add(record.line(), delegations.reason());
            case APEX, CONTINUED -> {}
        }
        return true;
    }

    private boolean begin(NameBytes owner) {
        if (!isOrdered) {
            delegated.add(delegations.hash());
            return true;
        }
        domains++;
        neighbours.begun(delegations.hash());
        return order.follows(owner);
    }

    private long countSigned(SourceInput input) {
        if (!isOrdered) {
            return delegated.countIn(signed);
        }
        return neighbours.areAll() ? neighbours.count() : countByReading(input);
    }

    /// A reading of its own, since some DS records do not lie beside the NS records of their owners.
    private long countByReading(SourceInput input) {
        var count = 0L;
        var seen = new Delegations(apex);
        try (var zone = input.records()) {
            while (zone.next()) {
                if (zone.kind() == RecordKind.NS
                        && seen.see(zone.owner()) == Delegations.Finding.BEGUN
                        && isSigned(seen.hash())) {
                    count++;
                }
            }
        }
        return count;
    }
}
