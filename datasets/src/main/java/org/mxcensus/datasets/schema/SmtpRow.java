package org.mxcensus.datasets.schema;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.SecondLook;
import org.mxcensus.datasets.observation.SmtpStage;

/// Table `smtp`, key (host, ip): see [SmtpMapping] and [org.mxcensus.datasets.observation.SmtpObservation].
///
/// @param stage where the dialogue ended early; null where it came to its end
/// @param cause by the name of its constant; null where the outcome has none
/// @param alert the alert that ended the handshake, by its name in RFC 8446 §6; null where none was received
/// @param detail what the TLS library or the parser said
/// @param replyCode of the reply that decided; null where none did
/// @param ehloNameAfterTls the name in the EHLO reply after TLS; empty where none came
/// @param plaintext what came in plain text between the 220 to STARTTLS and TLS; empty where nothing did
/// @param chain SHA-256 of each certificate as sent, the leaf first
/// @param secondLooks further handshakes, each in a connection of its own
public record SmtpRow(
        String host,
        String ip,
        Instant observedAt,
        SmtpStatus outcome,
        @Nullable SmtpStage stage,
        @Nullable String cause,
        @Nullable String alert,
        @Nullable String detail,
        @Nullable Integer replyCode,
        @Nullable String reply,
        String banner,
        String ehloName,
        List<String> extensions,
        String ehloNameAfterTls,
        List<String> extensionsAfterTls,
        String plaintext,
        String sni,
        @Nullable Tls tls,
        List<String> chain,
        int attempt,
        @Nullable Instant notBefore,
        @Nullable String reusedFrom,
        @Nullable Boolean reuseAgreed,
        long connectMs,
        long handshakeMs,
        long elapsedMs,
        List<SecondLookCell> secondLooks) {

    public SmtpRow {
        // Files of earlier versions lack these columns.
        ehloNameAfterTls = Objects.requireNonNullElse(ehloNameAfterTls, "");
        plaintext = Objects.requireNonNullElse(plaintext, "");
        secondLooks = Objects.requireNonNullElse(secondLooks, List.of());
    }

    public record Tls(
            String version,
            String cipher,
            @Nullable String group,
            @Nullable String signature) {}

    /// A further handshake: the columns that an outcome has, as in the row itself.
    public record SecondLookCell(
            SecondLook.Purpose purpose,
            SmtpStatus outcome,
            @Nullable SmtpStage stage,
            @Nullable String cause,
            @Nullable String alert,
            @Nullable String detail,
            @Nullable Integer replyCode,
            @Nullable String reply,
            @Nullable Tls tls,
            List<String> chain) {}
}
