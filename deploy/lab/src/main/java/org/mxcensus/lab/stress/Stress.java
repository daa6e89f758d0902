package org.mxcensus.lab.stress;

import java.util.Optional;

/// How bad the day is. What is true about a world does not change by it, only how much of it can be measured.
///
/// @param seed of the draws
/// @param datagramLoss of datagrams to and from the resolver, the share that is lost; each way by itself
/// @param resets of connections to mail servers and policy hosts, the share that is reset at some stage
/// @param absence of the resolver, once in each version of the world
/// @param limiting of the addresses of mail servers, the share that turns clients away who call more than once a
///     second, or while others call: with 421 as the greeting, or with 450 to EHLO
/// @param policiesPerSecond how many requests an address of policy hosts answers a second; the others get 429
///     (RFC 6585 §4)
public record Stress(
        long seed,
        double datagramLoss,
        double resets,
        Optional<Absence> absence,
        double limiting,
        int policiesPerSecond) {

    /// Nothing goes wrong but what the world says.
    public static final Stress NONE = new Stress(0, 0, 0, Optional.empty(), 0, Integer.MAX_VALUE);

    public Stress {
        requireShare(datagramLoss);
        requireShare(resets);
        requireShare(limiting);
    }

    public Stress withSeed(long value) {
        return new Stress(value, datagramLoss, resets, absence, limiting, policiesPerSecond);
    }

    public Stress withDatagramLoss(double value) {
        return new Stress(seed, value, resets, absence, limiting, policiesPerSecond);
    }

    public Stress withResets(double value) {
        return new Stress(seed, datagramLoss, value, absence, limiting, policiesPerSecond);
    }

    public Stress withAbsence(Absence value) {
        return new Stress(seed, datagramLoss, resets, Optional.of(value), limiting, policiesPerSecond);
    }

    public Stress withLimiting(double value) {
        return new Stress(seed, datagramLoss, resets, absence, value, policiesPerSecond);
    }

    public Stress withPoliciesPerSecond(int value) {
        return new Stress(seed, datagramLoss, resets, absence, limiting, value);
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is between 0 and 1, not " + share);
        }
    }
}
