package org.mxcensus.datasets.observation;

import java.util.List;

/// A TLSRPT record (RFC 8460 §3).
///
/// @param rua where reports go: `mailto:` and `https:` URIs as published
public record TlsRptRecord(List<String> rua) {
    public TlsRptRecord {
        rua = List.copyOf(rua);
    }
}
