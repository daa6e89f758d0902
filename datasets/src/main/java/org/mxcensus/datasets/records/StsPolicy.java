package org.mxcensus.datasets.records;

import java.util.List;

/// An MTA-STS policy (RFC 8461 §3.2).
///
/// @param mode what a sender is to do
/// @param maxAge how long it may be kept, in seconds, at most 31557600
/// @param mx patterns of the permitted MX hosts in lower case, in the order given; empty only in mode none
public record StsPolicy(Mode mode, long maxAge, List<String> mx) {

    public enum Mode {
        ENFORCE,
        TESTING,
        NONE
    }

    /// What a policy's text comes to.
    public sealed interface Outcome {}

    /// The text is a policy.
    public record Parsed(StsPolicy policy) implements Outcome {}

    /// The text is none.
    ///
    /// @param line the first line that breaks the rules, counted from 1; 0 where something is missing altogether
    /// @param reason what is wrong, one phrase
    public record Malformed(int line, String reason) implements Outcome {}

    public StsPolicy {
        mx = List.copyOf(mx);
    }

    /// Reads the body of a policy.
    public static Outcome parse(String text) {
        return StsPolicyText.parse(text);
    }

    /// Whether the policy permits this MX host.
    ///
    /// @param host lower case, A-labels, without the final dot
    public boolean matches(String host) {
        return mx.stream().anyMatch(pattern -> matches(pattern, host));
    }

    private static boolean matches(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        // RFC 8461 §4.1: the wildcard stands for exactly one whole label, the leftmost.
        var dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(pattern.substring(1));
    }
}
