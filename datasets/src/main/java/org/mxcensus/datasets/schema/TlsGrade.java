package org.mxcensus.datasets.schema;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// How well an address follows RFC 9325 (BCP 195), by the worst of its [TlsFlaw]s: column `tls_grade`.
public enum TlsGrade {
    /// It does nothing of what the standard advises against.
    MODERN,
    /// It does what the standard says it SHOULD NOT.
    ADEQUATE,
    /// It does what the standard says it MUST NOT. Old TLS: it works, with clients that still know it.
    DEPRECATED,
    /// The handshake fails, with an old client too.
    BROKEN,
    /// Could not tell: nothing was seen, or the handshake fails and no old client has tried.
    UNMEASURED;

    /// The grade of a session with these flaws.
    public static TlsGrade of(Collection<TlsFlaw> flaws) {
        if (flaws.isEmpty()) {
            return MODERN;
        }
        return flaws.stream().anyMatch(TlsFlaw::forbidden) ? DEPRECATED : ADEQUATE;
    }

    /// Whether the session does nothing that the standard forbids; null where there is none.
    public @Nullable Finding sound() {
        return switch (this) {
            case MODERN, ADEQUATE -> Finding.YES;
            case DEPRECATED -> Finding.NO;
            case BROKEN -> null;
            case UNMEASURED -> Finding.UNMEASURED;
        };
    }
}
