package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.SecondLook.Purpose;
import org.mxcensus.datasets.observation.SmtpStage;

/// Table `smtp`, key (host, ip): the STARTTLS dialogue with one address of an MX host, as it went.
///
/// See [SmtpMapping] and [org.mxcensus.datasets.observation.SmtpObservation].
///
/// @param host the MX host, lower case, A-labels, without the final dot
/// @param ip the address called at, in the form of RFC 5952
/// @param observedAt when the connection was begun
/// @param outcome how the dialogue ended
/// @param stage where the dialogue ended early; null where it came to its end
/// @param cause by the name of its constant; null where the outcome has none
/// @param alert the alert that ended the handshake, by its name in RFC 8446 §6; null where none was received
/// @param detail what the TLS library or the parser said; null where neither said anything
/// @param replyCode of the reply that decided; null where none did
/// @param reply its text; null where none did
/// @param banner the greeting; empty where none came
/// @param ehloName the name in the EHLO reply; empty where none came
/// @param extensions the extensions in the EHLO reply; empty where none came
/// @param ehloNameAfterTls the name in the EHLO reply after TLS; empty where none came
/// @param extensionsAfterTls the extensions in the EHLO reply after TLS; empty where none came
/// @param plaintext what came in plain text between the 220 to STARTTLS and TLS; empty where nothing did
/// @param sni the server name that was sent in the handshake; empty where there was no handshake
/// @param tls the session; null where there was none
/// @param chain SHA-256 of each certificate as sent, the leaf first; empty where there was no TLS
/// @param attempt which try this was, 1 the first
/// @param notBefore when to come back; null where no retry is due
/// @param reusedFrom the host on the same address whose handshake stands for this one; null where it is its own
/// @param reuseAgreed where this one was probed to test what others take over: whether it showed the same; null
///     elsewhere
/// @param connectMs time to the TCP connection, in milliseconds; 0 where none came about
/// @param handshakeMs time of the TLS handshake, in milliseconds; 0 where none came about
/// @param elapsedMs how long all of it took, in milliseconds
/// @param secondLooks further handshakes, each in a connection of its own; empty where there were none
public record SmtpRow(
        String host,
        String ip,
        Instant observedAt,
        @ParquetString SmtpStatus outcome,
        @ParquetString @Nullable SmtpStage stage,
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

    /// A TLS session.
    ///
    /// @param version such as `TLSv1.3`
    /// @param cipher the suite, by its name in the registry of IANA
    /// @param group of the key exchange; null where it was not agreed on or not seen
    /// @param signature the scheme of the server's signature; null where nothing is signed, or it was not seen
    public record Tls(
            String version,
            String cipher,
            @Nullable String group,
            @Nullable String signature) {}

    /// A further handshake: the columns that an outcome has, as in the row itself.
    ///
    /// @param purpose what it was for
    /// @param outcome how it ended
    /// @param stage where it ended early; null where it came to its end
    /// @param cause by the name of its constant; null where the outcome has none
    /// @param alert the alert that ended the handshake; null where none was received
    /// @param detail what the TLS library or the parser said; null where neither said anything
    /// @param replyCode of the reply that decided; null where none did
    /// @param reply its text; null where none did
    /// @param tls the session; null where there was none
    /// @param chain SHA-256 of each certificate as sent, the leaf first
    public record SecondLookCell(
            @ParquetString Purpose purpose,
            @ParquetString SmtpStatus outcome,
            @ParquetString @Nullable SmtpStage stage,
            @Nullable String cause,
            @Nullable String alert,
            @Nullable String detail,
            @Nullable Integer replyCode,
            @Nullable String reply,
            @Nullable Tls tls,
            List<String> chain) {}
}
