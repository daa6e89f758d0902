package org.mxcensus.datasets.schema;

import com.jerolba.carpet.annotation.ParquetString;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Table `domain_verdicts`, key domain: the verdict on a domain over all its MX hosts.
///
/// A null verdict: the question does not arise, such as STARTTLS where no mail is accepted.
///
/// @param domain the domain
/// @param mail mail is accepted: by MX hosts or by the domain's own address (RFC 5321 §5.1)
/// @param hosts the MX hosts, most preferred first, each once; the domain itself where it is its own
/// @param dnssec the MX answer or its denial is secure (RFC 4035 §4.3)
/// @param starttls every address of every MX host takes mail over TLS; null where the question does not arise
/// @param tls13 every session is TLS 1.3; null where the question does not arise
/// @param certificateTrusted every chain leads to a root of the trust store; null where the question does not arise
/// @param certificateName every leaf names its MX host; null where the question does not arise
/// @param nextHopName every leaf that MX addresses show names the domain itself, as RFC 9525 §6 compares; null where
///     none speaks TLS, and in files of earlier versions
/// @param tlsSound no session does what RFC 9325 forbids; null where the question does not arise
/// @param postQuantum every key exchange withstands quantum computers as far as is known; null where the question
///     does not arise
/// @param chainComplete every address sends all certificates that a client needs; null where the question does not
///     arise
/// @param dane over all MX hosts; null where no mail is accepted
/// @param daneCause what decided; null where nothing needs one
/// @param daneHost the MX host that decided; null where none did alone
/// @param daneIp its address; null where none did alone
/// @param daneDeployed the MX answer is secure and an MX host has a secure TLSA RRset; null where the question does
///     not arise
/// @param daneValid DANE is valid at every address of every MX host: NO as soon as it surely is not at one, also
///     where `dane` cannot tell what it is at the others. Of files of earlier versions what `dane` tells; null where
///     `dane` is
/// @param daneHosts `dane` over parts of the MX hosts
/// @param mtaSts over all MX hosts; null where no mail is accepted
/// @param mtaStsMode `enforce`, `testing` or `none`; null where there is no policy that parses
/// @param mtaStsCause what is broken or could not be told; null where nothing needs one
/// @param mtaStsDetail the cause in a phrase, with line or status where there is one; null where nothing needs one
/// @param mtaStsHost the MX host that decided; null where none did
/// @param mtaStsFaults every fault in the policy's text, each with its line
/// @param mtaStsLeniencies what senders let pass though RFC 8461 does not: media type, length; no matter of validity
/// @param tlsrpt there is a valid TLSRPT record (RFC 8460 §3); null where the question does not arise
/// @param authenticated DANE is valid or MTA-STS enforced; null where the question does not arise
/// @param deliveries what becomes of mail, by the kind of sender
/// @param provider who runs the most preferred MX host, as table `host_providers` has it; where that is a filtering
///     service, whose mailboxes lie behind it is not to be seen; null without hosts
/// @param selfHosted the provider is the domain's own registered domain, or has the domain among its names
/// @param dnsOperators who runs the name servers, each once, sorted: by the provider map, else the registered domain
///     of the server's name. The name servers are those of `domains.ns`, else of the delegation in `frame`; null
///     where neither has them, and in files of earlier versions
/// @param tlsTraits what else the sessions of all MX hosts show
/// @param issuers who issued the leaf certificates that the MX hosts show: those of [ExchangeVerdictRow] together,
///     each once, sorted; null where no MX host speaks TLS, and in files of earlier versions
public record DomainVerdictRow(
        String domain,
        @ParquetString Finding mail,
        List<String> hosts,
        @ParquetString Finding dnssec,
        @ParquetString @Nullable Finding starttls,
        @ParquetString @Nullable Finding tls13,
        @ParquetString @Nullable Finding certificateTrusted,
        @ParquetString @Nullable Finding certificateName,
        @ParquetString @Nullable Finding nextHopName,
        @ParquetString @Nullable Finding tlsSound,
        @ParquetString @Nullable Finding postQuantum,
        @ParquetString @Nullable Finding chainComplete,
        @ParquetString @Nullable DaneStatus dane,
        @ParquetString @Nullable DaneCause daneCause,
        @Nullable String daneHost,
        @Nullable String daneIp,
        @ParquetString @Nullable Finding daneDeployed,
        @ParquetString @Nullable Finding daneValid,
        DaneHosts daneHosts,
        @ParquetString @Nullable StsStatus mtaSts,
        @Nullable String mtaStsMode,
        @ParquetString @Nullable StsCause mtaStsCause,
        @Nullable String mtaStsDetail,
        @Nullable String mtaStsHost,
        List<String> mtaStsFaults,
        List<String> mtaStsLeniencies,
        @ParquetString @Nullable Finding tlsrpt,
        @ParquetString @Nullable Finding authenticated,
        Deliveries deliveries,
        @Nullable String provider,
        boolean selfHosted,
        @Nullable List<String> dnsOperators,
        TlsTraits tlsTraits,
        @Nullable List<String> issuers) {

    public DomainVerdictRow {
        // Files of earlier versions lack the columns. For SQL, analyzer/warehouse/LaterColumns says the same.
        daneValid = daneValid == null && dane != null ? dane.valid() : daneValid;
        tlsTraits = Objects.requireNonNullElse(tlsTraits, TlsTraits.UNMEASURED);
        daneHosts = Objects.requireNonNullElse(daneHosts, DaneHosts.NONE);
        mtaStsFaults = Objects.requireNonNullElse(mtaStsFaults, List.of());
        mtaStsLeniencies = Objects.requireNonNullElse(mtaStsLeniencies, List.of());
        deliveries = Objects.requireNonNullElse(deliveries, Deliveries.all(SenderOutcome.UNMEASURED));
    }
}
