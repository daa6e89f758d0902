package org.mxcensus.crawler.source;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.xbill.DNS.Type;

/// What a record of a zone file means for the frame.
enum RecordKind {
    SOA,
    NS,
    DS,
    /// A record that only a signed zone holds (RFC 4034, RFC 5155).
    SIGNATURE,
    OTHER,
    /// A line that is no record.
    MALFORMED;

    private static final Pattern NUMBERED = Pattern.compile("TYPE\\d{1,5}");

    private static final Set<String> SIGNATURES = Set.of("RRSIG", "DNSKEY", "NSEC", "NSEC3", "NSEC3PARAM");

    /// The mnemonics of data types (IANA, DNS parameters), and two that servers have of their own.
    private static final Set<String> TYPES = Set.of(
            ("A NS MD MF CNAME SOA MB MG MR NULL WKS PTR HINFO MINFO MX TXT RP AFSDB X25 ISDN RT NSAP NSAP-PTR SIG"
                            + " KEY PX GPOS AAAA LOC NXT EID NIMLOC SRV ATMA NAPTR KX CERT A6 DNAME SINK APL DS SSHFP"
                            + " IPSECKEY RRSIG NSEC DNSKEY DHCID NSEC3 NSEC3PARAM TLSA SMIMEA HIP NINFO RKEY TALINK CDS"
                            + " CDNSKEY OPENPGPKEY CSYNC ZONEMD SVCB HTTPS DSYNC HHIT BRID SPF UINFO UID GID UNSPEC NID"
                            + " L32 L64 LP EUI48 EUI64 NXNAME URI CAA AVC DOA AMTRELAY RESINFO WALLET CLA IPN TA DLV"
                            + " ALIAS ANAME")
                    .split(" "));

    /// The short mnemonics as numbers, sorted, each with its kind at the same index: no string is made for them.
    private static final long[] PACKED = TYPES.stream()
            .filter(type -> type.length() <= Long.BYTES)
            .mapToLong(RecordKind::pack)
            .sorted()
            .toArray();

    /// The commonest by far.
    private static final long PACKED_NS = pack("NS");

    private static final RecordKind[] KINDS = new RecordKind[PACKED.length];

    static {
        for (var type : TYPES) {
            var index = Arrays.binarySearch(PACKED, pack(type));
            if (type.length() <= Long.BYTES) {
                KINDS[index] = kindOf(type);
            }
        }
    }

    /// The kind of a type as written; [#MALFORMED] where it is none.
    static RecordKind of(byte[] text, int from, int to) {
        if (to - from <= Long.BYTES) {
            var packed = 0L;
            for (var i = from; i < to; i++) {
                packed = packed << 8 | upper(text[i]);
            }
            if (packed == PACKED_NS) {
                return NS;
            }
            var index = Arrays.binarySearch(PACKED, packed);
            if (index >= 0) {
                return KINDS[index];
            }
        }
        var type = new StringBuilder();
        for (var i = from; i < to; i++) {
            type.append((char) upper(text[i]));
        }
        var name = type.toString();
        if (NUMBERED.matcher(name).matches()) {
            return kindOf(Integer.parseInt(name.substring(4)));
        }
        return TYPES.contains(name) ? kindOf(name) : MALFORMED;
    }

    /// Known types may be written by number too (RFC 3597 §5).
    private static RecordKind kindOf(int number) {
        return switch (number) {
            case Type.SOA -> SOA;
            case Type.NS -> NS;
            case Type.DS -> DS;
            case Type.RRSIG, Type.DNSKEY, Type.NSEC, Type.NSEC3, Type.NSEC3PARAM -> SIGNATURE;
            default -> number < 1 << 16 ? OTHER : MALFORMED;
        };
    }

    private static RecordKind kindOf(String type) {
        return switch (type) {
            case "SOA" -> SOA;
            case "NS" -> NS;
            case "DS" -> DS;
            default -> SIGNATURES.contains(type) ? SIGNATURE : OTHER;
        };
    }

    private static long pack(String type) {
        return type.chars().mapToLong(c -> c).reduce(0, (packed, c) -> packed << 8 | c);
    }

    private static int upper(byte c) {
        return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c & 0xff;
    }
}
