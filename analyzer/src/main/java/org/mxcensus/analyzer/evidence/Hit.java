package org.mxcensus.analyzer.evidence;

/// Something that a search found.
public record Hit(Kind kind, String key) {
    public enum Kind {
        DOMAIN,
        HOST,
        PROVIDER,
        TLD
    }
}
