package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// A suite of cases of one kind.
///
/// @param suite which: `dane`, `mta-sts`, `tlsrpt` or `senders`
/// @param version counts up whenever an expectation or the meaning of a field changes
/// @param certificates base64 of DER, by the names that cases use
/// @param roots the names of those that senders trust beforehand; of no matter for DANE
/// @param keys base64 of PKCS#8, by the same names
public record Suite<C extends SuiteCase>(
        String suite,
        String version,
        SortedMap<String, String> certificates,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> roots,
        SortedMap<String, String> keys,
        List<C> cases) {
    public Suite {
        certificates = new TreeMap<>(Objects.requireNonNullElse(certificates, Map.of()));
        roots = Given.list(roots);
        keys = new TreeMap<>(Objects.requireNonNullElse(keys, Map.of()));
        cases = List.copyOf(Given.value(cases, "cases"));
    }
}
