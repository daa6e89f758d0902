package org.mxcensus.analyzer.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.Finding;

/// The metrics that MX hosts have, a second time, and what they share with those of domains: see [MetricTwins].
final class HostTwins {
    static final DaneStatus[] DANE_BROKEN = {
        DaneStatus.MISMATCH, DaneStatus.STARTTLS_MISSING, DaneStatus.HANDSHAKE_FAILED
    };

    private HostTwins() {}

    /// What a metric of hosts finds of an MX host.
    ///
    /// @param row null where there is no verdict
    static @Nullable Finding of(Metric metric, @Nullable ExchangeVerdictRow row) {
        if (row == null) {
            return Finding.UNMEASURED;
        }
        return switch (metric) {
            case DNSSEC -> row.dnssec();
            case STARTTLS -> row.starttls();
            case TLS13 -> row.tls13();
            case CERTIFICATE_TRUSTED -> row.certificateTrusted();
            case CERTIFICATE_NAME -> row.certificateName();
            case TLS_SOUND -> row.tlsSound();
            case POST_QUANTUM -> row.postQuantum();
            case CHAIN_COMPLETE -> row.chainComplete();
            case STARTTLS_SOMEWHERE -> row.tlsTraits().someTls();
            case TLS12 -> row.tlsTraits().tls12();
            case TLS_LEGACY_ONLY -> row.tlsTraits().legacyOnly();
            case CERTIFICATE_SELF_SIGNED -> row.tlsTraits().selfSigned();
            case CERTIFICATE_DANE_NAME -> row.tlsTraits().daneName();
            case CERTIFICATE_EXPIRES_14 -> row.tlsTraits().expiresSoon();
            case CERTIFICATE_EXPIRES_30 -> row.tlsTraits().expiresThisMonth();
            case KEY_RSA -> row.tlsTraits().rsaKey();
            case KEY_EC -> row.tlsTraits().ecKey();
            case REQUIRETLS -> row.tlsTraits().requiretls();
            case MAIL_ANSWERED -> answered(row.measured(), row.starttls());
            case DANE -> valid(row.dane());
            case DANE_BROKEN -> dane(row.dane(), DANE_BROKEN);
            case DANE_PARTIAL -> dane(row.dane(), DaneStatus.PARTIAL);
            case DANE_MISMATCH -> dane(row.dane(), DaneStatus.MISMATCH);
            case DANE_STARTTLS_MISSING -> dane(row.dane(), DaneStatus.STARTTLS_MISSING);
            case DANE_HANDSHAKE_FAILED -> dane(row.dane(), DaneStatus.HANDSHAKE_FAILED);
            case DANE_UNUSABLE -> dane(row.dane(), DaneStatus.UNUSABLE);
            case DANE_LOOKUP_FAILED -> lookUpFailed(row.dane(), row.daneCause());
            case DANE_DEPLOYED -> row.daneDeployed();
            // The test asks for each that says it is one of hosts.
            default -> throw new AssertionError(metric + " has no twin for MX hosts");
        };
    }

    static Finding answered(int places, @Nullable Finding starttls) {
        if (places > 0) {
            return Finding.YES;
        }
        return starttls == null ? Finding.NO : Finding.UNMEASURED;
    }

    static @Nullable Finding valid(@Nullable DaneStatus status) {
        return status == null ? null : status.valid();
    }

    /// By which name it fails cannot be told where some part could not.
    static @Nullable Finding dane(@Nullable DaneStatus status, DaneStatus... yes) {
        return switch (status) {
            case null -> null;
            case LOOKUP_FAILED, UNMEASURED, FAILS_SOMEWHERE -> Finding.UNMEASURED;
            case VALID,
                    MISMATCH,
                    STARTTLS_MISSING,
                    HANDSHAKE_FAILED,
                    UNUSABLE,
                    NOT_DEPLOYED,
                    PARTIAL,
                    HOST_READY_DOMAIN_INSECURE -> Finding.of(List.of(yes).contains(status));
        };
    }

    static @Nullable Finding lookUpFailed(@Nullable DaneStatus status, @Nullable DaneCause cause) {
        if (status != DaneStatus.LOOKUP_FAILED) {
            Finding told = dane(status, DaneStatus.VALID);
            return told == Finding.YES ? Finding.NO : told;
        }
        return cause == DaneCause.LOOKUP_SERVFAIL || cause == DaneCause.LOOKUP_BOGUS ? Finding.YES : Finding.UNMEASURED;
    }
}
