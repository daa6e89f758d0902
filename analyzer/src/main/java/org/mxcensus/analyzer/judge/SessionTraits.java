package org.mxcensus.analyzer.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.TlsTraits;

/// What else a session shows at one address.
final class SessionTraits {
    private static final Set<String> MODERN = Set.of("TLSv1.2", "TLSv1.3");
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration THIS_MONTH = Duration.ofDays(30);
    private static final String REQUIRETLS = "REQUIRETLS";

    private SessionTraits() {}

    /// @param leaf the certificate that was shown
    static TlsTraits of(SmtpObservation seen, TlsSession session, Leaf leaf) {
        Finding modern = Finding.of(MODERN.contains(session.version()));
        Instant at = seen.observedAt();
        return new TlsTraits(
                Finding.YES,
                modern,
                Finding.of(modern == Finding.NO),
                leaf.selfSigned(),
                leaf.names(seen.host()),
                leaf.endsWithin(SOON, at),
                leaf.endsWithin(THIS_MONTH, at),
                leaf.rsaKey(),
                leaf.ecKey(),
                requiretls(seen.dialogue()));
    }

    /// RFC 8689 §2: a keyword without parameters. Who said nothing after TLS has not told.
    private static Finding requiretls(SmtpDialogue dialogue) {
        boolean told = !dialogue.ehloNameAfterTls().isEmpty()
                || !dialogue.extensionsAfterTls().isEmpty();
        return told
                ? Finding.of(dialogue.extensionsAfterTls().stream()
                        .map(keyword -> keyword.toUpperCase(Locale.ROOT))
                        .anyMatch(REQUIRETLS::equals))
                : Finding.UNMEASURED;
    }
}
