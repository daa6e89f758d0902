package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Table `host_verdicts`, key (host, ip): the verdict on one address of one MX host.
///
/// A null finding: the question does not arise there, such as a certificate's where there is no TLS.
///
/// @param host the MX host
/// @param ip its address
/// @param starttls a TLS session comes about after STARTTLS, be it with an old client only; null where the address
///     accepts no mail (521)
/// @param tls13 the session is TLS 1.3 (RFC 8446); null where the question does not arise
/// @param certificateTrusted the chain leads to a root of the trust store (RFC 5280 §6); null where the question does
///     not arise
/// @param certificateFault why not; null where it does or was not judged
/// @param certificateName a subject alternative name matches the host (RFC 9525 §6); null where the question does not
///     arise
/// @param dane with the TLSA base domain as reference identifier; usage 2 may match further names per domain
/// @param daneCause what decided; null where nothing needs one
/// @param daneMatch the TLSA record that matched, in presentation form; null where none did
/// @param certificate SHA-256 of the leaf as sent; null where there was no TLS
/// @param tlsGrade how well the session follows RFC 9325; null where TLS is not on offer
/// @param tlsFlaws why it is no better; empty where nothing is to be said
/// @param postQuantum the key exchange withstands quantum computers as far as is known (a group with ML-KEM); null
///     where the question does not arise
/// @param chain whether the certificates that were sent are all that a client needs; null where there is no TLS
/// @param reason why something could not be told, or what the server did instead of TLS; null otherwise
/// @param tlsTraits what else the session shows
public record HostVerdictRow(
        String host,
        String ip,
        @ParquetString @Nullable Finding starttls,
        @ParquetString @Nullable Finding tls13,
        @ParquetString @Nullable Finding certificateTrusted,
        @ParquetString @Nullable TrustFault certificateFault,
        @ParquetString @Nullable Finding certificateName,
        @ParquetString DaneStatus dane,
        @ParquetString @Nullable DaneCause daneCause,
        @Nullable String daneMatch,
        @Nullable String certificate,
        @ParquetString @Nullable TlsGrade tlsGrade,
        List<@ParquetString TlsFlaw> tlsFlaws,
        @ParquetString @Nullable Finding postQuantum,
        @ParquetString @Nullable ChainStatus chain,
        @Nullable String reason,
        TlsTraits tlsTraits) {

    public HostVerdictRow {
        // Files of earlier versions lack the columns.
        tlsFlaws = Objects.requireNonNullElse(tlsFlaws, List.of());
        tlsTraits = Objects.requireNonNullElse(tlsTraits, TlsTraits.UNMEASURED);
    }

    /// Whether the session does nothing that RFC 9325 forbids.
    public @Nullable Finding tlsSound() {
        return tlsGrade == null ? null : tlsGrade.sound();
    }

    /// Whether all certificates are there that a client needs.
    public @Nullable Finding chainComplete() {
        return chain == null ? null : chain.complete();
    }
}
