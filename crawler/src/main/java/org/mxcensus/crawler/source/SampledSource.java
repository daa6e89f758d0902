package org.mxcensus.crawler.source;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.UserError;

/// The part of a source that falls into a sample.
public final class SampledSource implements Source {
    private final Source whole;
    private final Sample sample;
    private long domains;
    private long signed;

    private SampledSource(Source whole, Sample sample) {
        this.whole = whole;
        this.sample = sample;
    }

    /// Goes through the source once more, to count what falls into the sample.
    ///
    /// @throws UserError where no domain does
    static SampledSource of(Source whole, Sample sample) {
        SampledSource part = new SampledSource(whole, sample);
        part.forEach(part::count);
        if (part.domains == 0) {
            throw new UserError(
                    "None of the domains of %s falls into the sample of %s; give a larger share with --sample."
                            .formatted(whole.report().input(), sample.share()));
        }
        return part;
    }

    private void count(FrameRow row) {
        domains++;
        if (Boolean.TRUE.equals(row.delegationDs())) {
            signed++;
        }
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public SourceReport report() {
        SourceReport all = whole.report();
        return new SourceReport(
                all.source(),
                all.input(),
                all.format(),
                all.lines(),
                all.records(),
                domains,
                all.signed().isPresent() ? OptionalLong.of(signed) : OptionalLong.empty(),
                all.malformed(),
                all.examples(),
                all.zoneSerial(),
                all.sha256(),
                OptionalDouble.of(sample.share()),
                all.domains());
    }

    @Override
    public void forEach(Consumer<FrameRow> frame) {
        whole.forEach(row -> {
            if (sample.has(row.domain())) {
                frame.accept(row);
            }
        });
    }

    @Override
    public void close() {
        whole.close();
    }
}
