package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.RecordStatus;

/// What we make of a case of TLSRPT, under the names of its expectation.
///
/// @param detail what is wrong with the record; null where nothing is
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TlsRptAnswer(
        String id,
        Finding verdict,
        RecordStatus record,
        List<String> rua,
        @Nullable String detail) {
    public TlsRptAnswer {
        rua = List.copyOf(rua);
    }

    static TlsRptAnswer without(TlsRptCase given, RecordStatus record, @Nullable String detail) {
        return new TlsRptAnswer(given.id(), Finding.NO, record, List.of(), detail);
    }
}
