package org.mxcensus.crawler.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.schema.FrameRow;

/// A zone file: each delegation below its apex is a domain. Glue and the apex are none.
public final class ZoneSource implements Source {
    /// How many domains with scattered NS records are held at a time, so that memory stays bounded.
    private static final long BATCH = 500_000;

    private final SourceInput input;
    private final ZoneApex apex;
    private final ZoneScan scan;
    private final String stamp;
    private final String name;
    private final long batchSize;

    private ZoneSource(SourceInput input, long batchSize) {
        this.input = input;
        this.batchSize = batchSize;
        this.stamp = input.stamp();
        this.apex = ZoneApex.find(input);
        this.name = input.name().orElseGet(apex::sourceName);
        this.scan = ZoneScan.of(input, apex);
        input.requireUnchanged(stamp);
    }

    static ZoneSource read(SourceInput input) {
        return new ZoneSource(input, BATCH);
    }

    static ZoneSource read(SourceInput input, long batchSize) {
        return new ZoneSource(input, batchSize);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SourceReport report() {
        return new SourceReport(
                name,
                input.label(),
                Format.ZONE,
                scan.lines(),
                scan.records(),
                scan.domains(),
                scan.tellsSecurity() ? OptionalLong.of(scan.signedDomains()) : OptionalLong.empty(),
                scan.malformed().count(),
                scan.malformed().examples(),
                apex.serial(),
                scan.sha256(),
                OptionalDouble.empty(),
                scan.domains());
    }

    @Override
    public void forEach(Consumer<FrameRow> frame) {
        input.requireUnchanged(stamp);
        tellContiguous(frame);
        var batches = Math.ceilDiv(scan.scattered(), batchSize);
        for (var batch = 0L; batch < batches; batch++) {
            tellScattered(frame, batch, batches);
        }
        input.requireUnchanged(stamp);
    }

    @Override
    public void close() {
        input.remove();
    }

    private void tellContiguous(Consumer<FrameRow> frame) {
        var delegations = new Delegations(apex.name());
        var targets = new ArrayList<String>();
        var pending = new Pending("", 0);
        try (var zone = input.records()) {
            while (zone.next()) {
                if (zone.kind() != RecordKind.NS) {
                    continue;
                }
                switch (delegations.see(zone.owner())) {
                    case BEGUN -> {
                        tell(frame, pending, targets);
                        pending = new Pending(zone.owner().toString(), delegations.hash());
                        targets.add(target(zone));
                    }
                    case CONTINUED -> targets.add(target(zone));
                    case APEX, REFUSED -> {}
                }
            }
        }
        tell(frame, pending, targets);
    }

    private record Pending(String domain, long hash) {}

    private void tell(Consumer<FrameRow> frame, Pending pending, List<String> targets) {
        if (!targets.isEmpty() && !scan.isScattered(pending.hash)) {
            frame.accept(row(pending.domain, pending.hash, targets));
        }
        targets.clear();
    }

    private void tellScattered(Consumer<FrameRow> frame, long batch, long batches) {
        var delegations = new Delegations(apex.name());
        var held = new LinkedHashMap<String, List<String>>();
        try (var zone = input.records()) {
            while (zone.next()) {
                if (zone.kind() == RecordKind.NS && isOfBatch(delegations, zone, batch, batches)) {
                    held.computeIfAbsent(zone.owner().toString(), _ -> new ArrayList<>())
                            .add(target(zone));
                }
            }
        }
        held.forEach((domain, targets) -> frame.accept(row(domain, NameBytes.hash(domain), targets)));
    }

    private boolean isOfBatch(Delegations delegations, ZoneRecords zone, long batch, long batches) {
        return switch (delegations.see(zone.owner())) {
            case BEGUN, CONTINUED ->
                scan.isScattered(delegations.hash()) && Long.remainderUnsigned(delegations.hash(), batches) == batch;
            case APEX, REFUSED -> false;
        };
    }

    private FrameRow row(String domain, long hash, List<String> targets) {
        var signed = scan.tellsSecurity() ? scan.isSigned(hash) : null;
        return new FrameRow(domain, name, DomainNames.topLevel(domain), signed, inOrder(targets), null);
    }

    /// Each once, in order. There are few, so that no set is as fast as looking through them.
    private static List<String> inOrder(List<String> targets) {
        targets.sort(null);
        for (var i = targets.size() - 1; i > 0; i--) {
            if (targets.get(i).equals(targets.get(i - 1))) {
                targets.remove(i);
            }
        }
        return List.copyOf(targets);
    }

    /// A name server's name; the root name as `.`. One that is no name of a host is still what the zone says.
    private static String target(ZoneRecords zone) {
        var target = zone.target();
        if (!target.fault().isEmpty()) {
            return zone.data();
        }
        var text = target.toString();
        return text.isEmpty() ? "." : text;
    }
}
