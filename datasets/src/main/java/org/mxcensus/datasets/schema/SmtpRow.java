package org.mxcensus.datasets.schema;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.SmtpStage;

/// Table `smtp`, key (host, ip): see [SmtpMapping] and [org.mxcensus.datasets.observation.SmtpObservation].
///
/// @param stage where the dialogue ended early; null where it came to its end
/// @param cause by the name of its constant; null where the outcome has none
/// @param detail what the TLS library, the alert or the parser said
/// @param replyCode of the reply that decided; null where none did
/// @param chain SHA-256 of each certificate as sent, the leaf first
public record SmtpRow(
        String host,
        String ip,
        Instant observedAt,
        SmtpStatus outcome,
        @Nullable SmtpStage stage,
        @Nullable String cause,
        @Nullable String detail,
        @Nullable Integer replyCode,
        @Nullable String reply,
        String banner,
        String ehloName,
        List<String> extensions,
        List<String> extensionsAfterTls,
        String sni,
        @Nullable Tls tls,
        List<String> chain,
        int attempt,
        @Nullable Instant notBefore,
        @Nullable String reusedFrom,
        @Nullable Boolean reuseAgreed,
        long connectMs,
        long handshakeMs,
        long elapsedMs) {

    public record Tls(
            String version,
            String cipher,
            @Nullable String group,
            @Nullable String signature) {}
}
