package org.mxcensus.crawler.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.mxcensus.crawler.source.Source;
import org.mxcensus.crawler.source.SourceReport;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Part;
import org.mxcensus.datasets.store.WorkFiles;

/// Table `frame` of a crawl: who is to be measured. It is written before the first question is asked.
final class Frame {
    /// A part of this size is a few megabytes.
    private static final int ROWS_PER_PART = 100_000;
    /// The source is the only partition.
    private static final int PARTITION = 0;
    /// The number of the only sender of domains.
    static final int SENDER = PARTITION;

    private final WorkFiles files;
    private final Consumer<List<String>> written;
    private final List<FrameRow> rows = new ArrayList<>();
    private int parts;
    private long total;

    /// @param written is told the domains of each part, when the part has been published
    Frame(WorkFiles files, Consumer<List<String>> written) {
        this.files = files;
        this.written = written;
    }

    /// Writes the frame of these sources and, when it is complete, the plan.
    CrawlPlan write(List<Source> sources, FrameConfig config) {
        // What an earlier run left without a plan may be of other sources.
        files.parts(Table.FRAME).forEach(files.store()::delete);
        sources.forEach(source -> source.forEach(this::add));
        publishPart();
        CrawlPlan plan = new CrawlPlan(
                UUID.randomUUID().toString(),
                config.partitions(),
                config.distributed(),
                config.chunkSizeFor(total),
                parts,
                total,
                sources.stream()
                        .map(source -> entry(source.report(), config.simulated()))
                        .toList(),
                config.recorded());
        plan.publish(files);
        return plan;
    }

    /// Hands on the domains of each part of a complete frame, in order.
    static void read(WorkFiles files, CrawlPlan plan, Consumer<List<String>> part) {
        for (int number = 0; number < plan.frameParts(); number++) {
            try (var rows = files.read(Part.of(Table.FRAME, PARTITION, number))) {
                part.accept(rows.map(FrameRow::domain).toList());
            }
        }
    }

    private void add(FrameRow row) {
        rows.add(row);
        total++;
        if (rows.size() == ROWS_PER_PART) {
            publishPart();
        }
    }

    private void publishPart() {
        if (!rows.isEmpty()) {
            files.publish(Part.of(Table.FRAME, PARTITION, parts++), rows);
            written.accept(rows.stream().map(FrameRow::domain).toList());
            rows.clear();
        }
    }

    private static Manifest.Source entry(SourceReport report, boolean simulated) {
        OptionalLong serial = report.zoneSerial();
        return new Manifest.Source(
                report.source(),
                fileName(report.input()),
                report.sha256(),
                report.domains(),
                serial.isPresent() ? serial.getAsLong() : null,
                report.malformed(),
                simulated,
                report.sample().isPresent() ? report.sample().getAsDouble() : null,
                report.population());
    }

    /// The folder it lay in is nobody's business.
    private static String fileName(String input) {
        return input.substring(input.lastIndexOf('/') + 1);
    }
}
