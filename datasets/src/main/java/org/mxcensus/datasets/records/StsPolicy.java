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

    /// Something about a policy's text.
    ///
    /// @param line counted from 1; 0 where something is missing altogether
    /// @param text one phrase
    public record Remark(int line, String text) {
        @Override
        public String toString() {
            return line == 0 ? text : "line " + line + ": " + text;
        }
    }

    /// What a policy's text comes to.
    public sealed interface Outcome {
        /// What the grammar has no place for and senders let pass: empty lines, and fields that come again.
        List<Remark> leniencies();
    }

    /// The text is a policy.
    public record Parsed(StsPolicy policy, List<Remark> leniencies) implements Outcome {
        public Parsed {
            leniencies = List.copyOf(leniencies);
        }
    }

    /// The text is none.
    ///
    /// @param faults all of them, by line; what is missing comes last
    public record Malformed(List<Remark> faults, List<Remark> leniencies) implements Outcome {
        public Malformed {
            faults = List.copyOf(faults);
            leniencies = List.copyOf(leniencies);
        }
    }

    /// The text was cut. What there is follows the rules, and what a policy needs besides may have come after.
    public record Incomplete(List<Remark> leniencies) implements Outcome {
        public Incomplete {
            leniencies = List.copyOf(leniencies);
        }
    }

    public StsPolicy {
        mx = List.copyOf(mx);
    }

    /// Reads the body of a policy.
    public static Outcome parse(String text) {
        return StsPolicyText.parse(text, false);
    }

    /// Reads the body of a policy, or its beginning.
    ///
    /// @param truncated more came than the text holds; its last line is then left out, since it may be half of one
    public static Outcome parse(String text, boolean truncated) {
        return StsPolicyText.parse(text, truncated);
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
