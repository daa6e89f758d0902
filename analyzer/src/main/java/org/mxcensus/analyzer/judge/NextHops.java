package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.DomainObservation;

/// The names of the domain that a sender takes as reference identifiers of DANE-TA(2) beside the TLSA base domain.
///
/// @param secure the next-hop domain as it was given, and what it securely expands to (RFC 7672 §3.2.2)
/// @param all the same whether securely or not, as Postfix has it
record NextHops(List<String> secure, List<String> all) {

    /// No domain in particular.
    static final NextHops NONE = new NextHops(List.of(), List.of());

    static NextHops of(DomainObservation domain, boolean secure) {
        List<String> given = List.of(domain.domain());
        List<String> all = domain.mxAlias()
                .map(alias -> Stream.concat(given.stream(), Stream.of(alias)).toList())
                .orElse(given);
        return new NextHops(secure ? all : given, all);
    }
}
