package org.mxcensus.crawler.dns.real;

import org.mxcensus.crawler.dns.AddressFamily;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.crawler.dns.Resolver;
import org.mxcensus.datasets.observation.Answer;

/// A question, and how our client answers it in a word or two: `Found SECURE`, `BOGUS`.
record Asked(String name, String type) {

    String of(Resolver resolver) {
        return status(lookup(resolver).answer());
    }

    Lookup<?> lookup(Resolver resolver) {
        return switch (type) {
            case "A" -> resolver.addresses(name, AddressFamily.A);
            case "CNAME" -> resolver.cname(name);
            case "MX" -> resolver.mx(name);
            case "NS" -> resolver.ns(name);
            case "TLSA" -> resolver.tlsa(name);
            case "TXT" -> resolver.txt(name);
            default -> throw new IllegalArgumentException("our client does not ask for " + type);
        };
    }

    private static String status(Answer<?> answer) {
        return switch (answer) {
            case Answer.Found<?> found -> "Found " + found.security();
            case Answer.NoData<?> noData -> "NoData " + noData.security();
            case Answer.NxDomain<?> nxDomain -> "NxDomain " + nxDomain.security();
            case Answer.Failed<?> failed -> failed.failure().toString();
        };
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
