package org.mxcensus.crawler.dns.real;

/// Who serves a zone. NSD serves what ldns signed, BIND what its own tool did; the others sign by themselves as they
/// go.
enum Software {
    NSD,
    KNOT,
    BIND,
    POWERDNS
}
