package org.mxcensus.lab.dns;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.mxcensus.lab.ca.LabKeys;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;

/// The keys of all zones: one ECDSA P-256 key a zone, which signs everything in it (a combined signing key).
///
/// Zones share a handful of key pairs. That is sound: a DS record is a digest over the owner name too (RFC 4034
/// §5.1.4) and a signature names its signer (RFC 4034 §3.1.7), so no zone can speak for another; and a world of many
/// thousand zones starts at once.
final class ZoneKeys {

    private static final int POOL = 8;
    // RFC 4034 §2.1.1: zone key and secure entry point.
    private static final int FLAGS = 257;
    // Crawls of simulated months meet the same signatures.
    private static final Duration WINDOW = Duration.ofDays(400);

    private final List<KeyPair> pairs;
    private final Instant inception;
    private final Instant expiration;

    ZoneKeys(LabKeys keys, Instant validAt) {
        pairs = IntStream.range(0, POOL).mapToObj(i -> keys.pair("zone " + i)).toList();
        inception = validAt.minus(WINDOW);
        expiration = validAt.plus(WINDOW);
    }

    DNSKEYRecord dnskey(Name apex) {
        try {
            return new DNSKEYRecord(
                    apex,
                    DClass.IN,
                    Ttl.USUAL,
                    FLAGS,
                    DNSKEYRecord.Protocol.DNSSEC,
                    DNSSEC.Algorithm.ECDSAP256SHA256,
                    pairOf(apex).getPublic());
        } catch (DNSSECException impossible) {
            throw new IllegalStateException("a P-256 key has no DNSKEY form", impossible);
        }
    }

    DSRecord ds(Name apex) {
        return new DSRecord(apex, DClass.IN, Ttl.USUAL, DNSSEC.Digest.SHA256, dnskey(apex));
    }

    /// The RRset with its signature by the key of the zone.
    ///
    /// @param broken whether the signature is to be one that does not verify
    RRset sign(RRset rrset, Name apex, boolean broken) {
        try {
            RRSIGRecord signature =
                    DNSSEC.sign(rrset, dnskey(apex), pairOf(apex).getPrivate(), inception, expiration);
            RRset signed = new RRset(rrset);
            signed.addRR(broken ? broken(signature) : signature);
            return signed;
        } catch (DNSSECException impossible) {
            throw new IllegalStateException("cannot sign " + rrset, impossible);
        }
    }

    private static RRSIGRecord broken(RRSIGRecord right) {
        byte[] signature = right.getSignature().clone();
        signature[signature.length - 1] ^= 1;
        return new RRSIGRecord(
                right.getName(),
                right.getDClass(),
                right.getTTL(),
                right.getTypeCovered(),
                right.getAlgorithm(),
                right.getOrigTTL(),
                right.getExpire(),
                right.getTimeSigned(),
                right.getFootprint(),
                right.getSigner(),
                signature);
    }

    private KeyPair pairOf(Name apex) {
        return pairs.get(Math.floorMod(apex.canonicalize().toString().hashCode(), POOL));
    }
}
