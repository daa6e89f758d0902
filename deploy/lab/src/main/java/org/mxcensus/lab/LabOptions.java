package org.mxcensus.lab;

import java.time.Instant;

/// How to run a lab.
///
/// @param seed keys and certificates follow from it: the same seed and instant give the same bytes
/// @param validAt certificates and signatures are valid for a year around it
/// @param dnsPort port of the resolver at 127.0.0.1; 0 for a free one
/// @param smtpPort port of all mail servers; 0 for one that is free at all their addresses
/// @param httpsPort port of all policy hosts; 0 for a free one
public record LabOptions(long seed, Instant validAt, int dnsPort, int smtpPort, int httpsPort) {

    /// Free ports, valid now: what tests want.
    public static LabOptions defaults() {
        return new LabOptions(1, Instant.now(), 0, 0, 0);
    }

    public LabOptions withSeed(long value) {
        return new LabOptions(value, validAt, dnsPort, smtpPort, httpsPort);
    }

    public LabOptions withValidAt(Instant value) {
        return new LabOptions(seed, value, dnsPort, smtpPort, httpsPort);
    }

    public LabOptions withPorts(int dns, int smtp, int https) {
        return new LabOptions(seed, validAt, dns, smtp, https);
    }
}
