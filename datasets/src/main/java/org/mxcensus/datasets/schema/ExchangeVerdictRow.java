package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Table `exchange_verdicts`, key host: the verdict on an MX host over all its addresses.
///
/// Findings are the conjunction over the addresses, those left out for which the question does not arise.
///
/// @param host the MX host
/// @param addresses how many addresses were judged
/// @param measured how many of them gave an answer about STARTTLS
/// @param dnssec an address RRset of the host is secure (RFC 7672 §2.2.2); null where it has none
/// @param starttls every address takes mail over TLS; null where the question does not arise
/// @param tls13 every session is TLS 1.3; null where the question does not arise
/// @param certificateTrusted every chain leads to a root of the trust store; null where the question does not arise
/// @param certificateName every leaf names the host; null where the question does not arise
/// @param tlsSound no session does what RFC 9325 forbids; null where the question does not arise
/// @param postQuantum every key exchange withstands quantum computers as far as is known; null where the question
///     does not arise
/// @param chainComplete every address sends all certificates that a client needs; null where the question does not
///     arise
/// @param dane over all addresses; null where the host has no address that accepts mail
/// @param daneDeployed there is a secure TLSA RRset; null where the host has no address that accepts mail
/// @param daneCause what decided; null where nothing needs one
/// @param tlsTraits what else the sessions show, over all addresses
/// @param issuers who issued the leaf certificates that the addresses show, each once, sorted: the issuer's
///     organisation, else its common name, as [IssuerName] has it. A leaf that is lost, that nobody can read, or
///     whose issuer has neither adds none. Null where no address speaks TLS, and in files of earlier versions
public record ExchangeVerdictRow(
        String host,
        int addresses,
        int measured,
        @ParquetString @Nullable Finding dnssec,
        @ParquetString @Nullable Finding starttls,
        @ParquetString @Nullable Finding tls13,
        @ParquetString @Nullable Finding certificateTrusted,
        @ParquetString @Nullable Finding certificateName,
        @ParquetString @Nullable Finding tlsSound,
        @ParquetString @Nullable Finding postQuantum,
        @ParquetString @Nullable Finding chainComplete,
        @ParquetString @Nullable DaneStatus dane,
        @ParquetString @Nullable Finding daneDeployed,
        @ParquetString @Nullable DaneCause daneCause,
        TlsTraits tlsTraits,
        @Nullable List<String> issuers) {

    public ExchangeVerdictRow {
        // Files of earlier versions lack the column.
        tlsTraits = Objects.requireNonNullElse(tlsTraits, TlsTraits.UNMEASURED);
    }
}
