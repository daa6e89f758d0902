package org.mxcensus.crawler.dns.real;

import java.util.Locale;

/// A zone of the small internet.
///
/// @param name without the final dot
/// @param fault what is wrong with it, from a validator's point of view
/// @param records what it holds beside SOA and NS, in zone file format, relative to its name
record Zone(String name, Software software, Algorithm algorithm, Denial denial, Fault fault, String records) {

    /// What a zone of these cases holds.
    static final String USUAL = """
            @ MX 10 mx
            mx A 192.0.2.1
            mx AAAA 2001:db8::1
            _25._tcp.mx TLSA 3 1 1 aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899
            *.wild MX 10 mx
            deep.below.ent A 192.0.2.2
            a.very.very.deep.name.indeed A 192.0.2.5
            alias CNAME mx
            old DNAME new
            host.new A 192.0.2.3
            long TXT %s
            child NS ns.child
            ns.child A 127.0.0.1
            """.formatted(("\"" + "v=spf1 ip4:192.0.2.0/24 ".repeat(10) + "\" ").repeat(12));

    static Zone of(String name, Software software, Algorithm algorithm, Denial denial) {
        return new Zone(name, software, algorithm, denial, Fault.NONE, USUAL);
    }

    /// Named after what it is.
    static Zone of(Software software, Algorithm algorithm, Denial denial) {
        String name = (software + "-" + algorithm + "-" + denial).replace("_", "");
        return of(name.toLowerCase(Locale.ROOT) + ".zone", software, algorithm, denial);
    }

    Zone with(Fault other) {
        return new Zone(name, software, algorithm, denial, other, records);
    }

    Zone withRecords(String other) {
        return new Zone(name, software, algorithm, denial, fault, other);
    }

    /// The unsigned zone below, at the same server.
    Zone child() {
        return of("child." + name, software, algorithm, denial)
                .with(Fault.UNSIGNED)
                .withRecords("@ MX 10 mx\nmx A 192.0.2.4\n");
    }

    boolean isSigned() {
        return fault != Fault.UNSIGNED && fault != Fault.UNSIGNED_DESPITE_DS && fault != Fault.LAME;
    }

    @Override
    public String toString() {
        return name;
    }

    /// The zone file, before anything is signed.
    String text() {
        return """
                $ORIGIN %s.
                $TTL 300
                @ SOA ns hostmaster 1 3600 600 86400 300
                @ NS ns
                ns A 127.0.0.1
                """.formatted(name) + records;
    }
}
