package org.mxcensus.lab;

import java.time.Instant;
import org.mxcensus.lab.smtp.Share;
import org.mxcensus.lab.stress.Stress;

/// How to run a lab.
///
/// @param seed keys and certificates follow from it: the same seed and instant give the same bytes
/// @param validAt certificates and signatures are valid for a year around it
/// @param dnsPort port of the resolver at 127.0.0.1; 0 for a free one
/// @param smtpPort port of all mail servers; 0 for one that is free at all their addresses
/// @param httpsPort port of all policy hosts; 0 for a free one
/// @param stress what goes wrong on the way, whatever the world says
/// @param share which of the mail servers listen here; others are played by a lab elsewhere
public record LabOptions(
        long seed, Instant validAt, int dnsPort, int smtpPort, int httpsPort, Stress stress, Share share) {

    /// Free ports, valid now, no stress, all mail servers: what tests want.
    public static LabOptions defaults() {
        return new LabOptions(1, Instant.now(), 0, 0, 0, Stress.NONE, Share.ALL);
    }

    public LabOptions withSeed(long value) {
        return new LabOptions(value, validAt, dnsPort, smtpPort, httpsPort, stress, share);
    }

    public LabOptions withValidAt(Instant value) {
        return new LabOptions(seed, value, dnsPort, smtpPort, httpsPort, stress, share);
    }

    public LabOptions withPorts(int dns, int smtp, int https) {
        return new LabOptions(seed, validAt, dns, smtp, https, stress, share);
    }

    public LabOptions withStress(Stress value) {
        return new LabOptions(seed, validAt, dnsPort, smtpPort, httpsPort, value, share);
    }

    public LabOptions withShare(Share value) {
        return new LabOptions(seed, validAt, dnsPort, smtpPort, httpsPort, stress, value);
    }
}
