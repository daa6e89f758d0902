package org.mxcensus.crawler.dns.real;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What is done to a zone so that validation fails, or does not apply.
enum Fault {
    NONE,
    /// Nobody signed it, nobody claims so.
    UNSIGNED(zone -> zone, ds -> List.of()),
    /// Signed, but the parent does not know.
    ISLAND(zone -> zone, ds -> List.of()),
    /// The parent's DS speaks of keys; there are none.
    UNSIGNED_DESPITE_DS(zone -> zone, ds -> List.of("60485 13 2 " + "ab".repeat(32))),
    /// Delegated to a server that knows nothing of it.
    LAME(zone -> zone, ds -> List.of()),
    EXPIRED,
    NOT_YET_VALID,
    /// An RRset without its signature.
    NO_RRSIG(without("RRSIG\\s+MX"), ds -> ds),
    /// Edited after it was signed.
    EDITED(zone -> each(zone, "MX\\s+10 ", "MX 20 "), ds -> ds),
    NO_DNSKEY(without("(RRSIG\\s+)?DNSKEY"), ds -> ds),
    /// Only the apex is left to prove a denial with; without that, servers would take the zone for unsigned.
    NO_NSEC(lines -> withoutBelowApex(lines, "(RRSIG\\s+)?NSEC3?"), ds -> ds),
    /// Its proofs come without signatures.
    NO_RRSIG_OF_NSEC(lines -> withoutBelowApex(lines, "RRSIG\\s+NSEC3?"), ds -> ds),
    /// The key is the right one, its digest is not.
    WRONG_DS(zone -> zone, ds -> each(ds, "[0-9A-Fa-f]{8}$", "00000000")),
    /// The DS of a key that is no longer there.
    OLD_DS(zone -> zone, ds -> each(ds, "^\\d+", "1")),
    /// Beside the right DS one of an algorithm that the zone no longer has (RFC 6840 §5.11: one way suffices).
    OLD_DS_BESIDE(
            zone -> zone,
            ds -> Stream.concat(ds.stream(), Stream.of("4711 8 2 " + "ab".repeat(32)))
                    .toList()),
    /// A DS by SHA-1 alone, which still counts (RFC 8624 §3.3).
    SHA1_DS,
    /// A wrong DS by SHA-256, and the right one by SHA-1: taken all the same, in spite of RFC 4509 §3.
    SHA1_DS_BESIDE(
            zone -> zone,
            ds -> Stream.of(ds.getFirst(), ds.getFirst().split(" 1 ")[0] + " 2 " + "ab".repeat(32))
                    .toList()),
    /// An RSA key shorter than anybody should have.
    SHORT_KEY,
    /// A DS of an algorithm that nobody knows (RFC 4035 §5.2: as if unsigned).
    UNKNOWN_ALGORITHM(zone -> zone, ds -> each(ds, "^(\\d+) \\d+", "$1 200")),
    /// A DS with a digest that nobody knows (RFC 4509 §3, the same).
    UNKNOWN_DIGEST(zone -> zone, ds -> each(ds, "^(\\d+ \\d+) \\d+", "$1 200")),
    /// More NSEC3 iterations than validators put up with (RFC 9276 §3.2).
    MANY_ITERATIONS;

    private final UnaryOperator<List<String>> zone;
    private final UnaryOperator<List<String>> ds;

    Fault() {
        this(zone -> zone, ds -> ds);
    }

    Fault(UnaryOperator<List<String>> zone, UnaryOperator<List<String>> ds) {
        this.zone = zone;
        this.ds = ds;
    }

    /// The lines of the signed zone, a record each, after this has happened to it.
    List<String> zone(List<String> lines) {
        return zone.apply(lines);
    }

    /// The data of the DS records that the parent publishes.
    ///
    /// @param right what they should be: key tag, algorithm, digest type and digest, a space between
    List<String> ds(List<String> right) {
        return ds.apply(right);
    }

    private static UnaryOperator<List<String>> without(String type) {
        return lines -> lines.stream()
                .filter(line -> !line.matches("\\S+\\s+\\d+\\s+IN\\s+" + type + "\\s.*"))
                .toList();
    }

    private static List<String> withoutBelowApex(List<String> lines, String type) {
        String soa =
                lines.stream().filter(line -> line.contains("SOA")).findFirst().orElseThrow();
        String apex = soa.split("\\s")[0];
        return lines.stream()
                .filter(line ->
                        line.split("\\s")[0].equals(apex) || !line.matches("\\S+\\s+\\d+\\s+IN\\s+" + type + "\\s.*"))
                .toList();
    }

    private static List<String> each(List<String> lines, String pattern, String replacement) {
        return lines.stream()
                .map(line -> line.replaceFirst(pattern, replacement))
                .toList();
    }

    /// Whether it needs a zone file signed in advance; servers that sign as they go do it right.
    boolean isInTheFile() {
        return Stream.of(
                        EXPIRED, NOT_YET_VALID, NO_RRSIG, EDITED, NO_DNSKEY, NO_NSEC, NO_RRSIG_OF_NSEC, MANY_ITERATIONS)
                .anyMatch(this::equals);
    }
}
