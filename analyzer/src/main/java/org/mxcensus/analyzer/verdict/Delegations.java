package org.mxcensus.analyzer.verdict;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DelegationRow;
import org.mxcensus.datasets.schema.JudgedDomainRow;

/// Gives domains the name servers of their delegation where nobody asked for them. The frame is not opened before the
/// first such domain.
final class Delegations implements AutoCloseable {
    private final FrameFiles frame;
    private @Nullable TableReader<DelegationRow> reader;
    private @Nullable RowGroups<DelegationRow> rows;

    Delegations(FrameFiles frame) {
        this.frame = frame;
    }

    /// The row with its name servers, without any where the frame has none either. Ask in the order of reversed
    /// names.
    JudgedDomainRow complete(JudgedDomainRow row) {
        return row.ns().isEmpty() ? row.withNs(of(row.domain())) : row;
    }

    private List<String> of(String domain) {
        if (rows == null) {
            reader = frame.from(domain);
            rows = new RowGroups<>(reader, DelegationRow::domain);
        }
        return rows.of(domain).stream()
                .flatMap(row -> Stream.ofNullable(row.delegationNs()))
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
