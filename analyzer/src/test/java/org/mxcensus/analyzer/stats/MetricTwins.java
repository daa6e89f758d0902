package org.mxcensus.analyzer.stats;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.Hint;
import org.mxcensus.datasets.schema.DaneHosts;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.schema.MxStatus;
import org.mxcensus.datasets.schema.RecordStatus;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.StsCause;
import org.mxcensus.datasets.schema.StsStatus;

/// Each metric a second time, out of the rows and without SQL. A metric that is missing here does not compile.
///
/// A finding is null where the question does not arise.
///
/// @param frame the rows of the frame that name the domain
/// @param seen what was observed; null where nothing was
/// @param verdict null where there is none
record MetricTwins(
        List<FrameRow> frame,
        @Nullable DomainRow seen,
        @Nullable DomainVerdictRow verdict) {
    /// What a metric finds of the domain.
    @Nullable
    Finding of(Metric metric) {
        return switch (metric) {
            case MAIL -> judged(DomainVerdictRow::mail);
            case DNSSEC -> judged(DomainVerdictRow::dnssec);
            case STARTTLS -> judged(DomainVerdictRow::starttls);
            case TLS13 -> judged(DomainVerdictRow::tls13);
            case CERTIFICATE_TRUSTED -> judged(DomainVerdictRow::certificateTrusted);
            case CERTIFICATE_NAME -> judged(DomainVerdictRow::certificateName);
            case TLS_SOUND -> judged(DomainVerdictRow::tlsSound);
            case POST_QUANTUM -> judged(DomainVerdictRow::postQuantum);
            case CHAIN_COMPLETE -> judged(DomainVerdictRow::chainComplete);
            case STARTTLS_SOMEWHERE -> judged(row -> row.tlsTraits().someTls());
            case TLS12 -> judged(row -> row.tlsTraits().tls12());
            case TLS_LEGACY_ONLY -> judged(row -> row.tlsTraits().legacyOnly());
            case CERTIFICATE_SELF_SIGNED -> judged(row -> row.tlsTraits().selfSigned());
            case CERTIFICATE_DANE_NAME -> judged(row -> row.tlsTraits().daneName());
            case CERTIFICATE_NEXT_HOP -> judged(DomainVerdictRow::nextHopName);
            case CERTIFICATE_EXPIRES_14 -> judged(row -> row.tlsTraits().expiresSoon());
            case CERTIFICATE_EXPIRES_30 -> judged(row -> row.tlsTraits().expiresThisMonth());
            case KEY_RSA -> judged(row -> row.tlsTraits().rsaKey());
            case KEY_EC -> judged(row -> row.tlsTraits().ecKey());
            case REQUIRETLS -> judged(row -> row.tlsTraits().requiretls());
            case MAIL_ANSWERED -> judged(MetricTwins::answered);
            case DANE -> judged(DomainVerdictRow::daneValid);
            case DANE_BROKEN -> judged(row -> HostTwins.dane(row.dane(), HostTwins.DANE_BROKEN));
            case DANE_PARTIAL -> judged(row -> HostTwins.dane(row.dane(), DaneStatus.PARTIAL));
            case DANE_HOST_READY -> judged(MetricTwins::hostsReady);
            case DANE_MISMATCH -> judged(row -> HostTwins.dane(row.dane(), DaneStatus.MISMATCH));
            case DANE_STARTTLS_MISSING -> judged(row -> HostTwins.dane(row.dane(), DaneStatus.STARTTLS_MISSING));
            case DANE_HANDSHAKE_FAILED -> judged(row -> HostTwins.dane(row.dane(), DaneStatus.HANDSHAKE_FAILED));
            case DANE_UNUSABLE -> judged(row -> HostTwins.dane(row.dane(), DaneStatus.UNUSABLE));
            case DANE_LOOKUP_FAILED -> judged(row -> HostTwins.lookUpFailed(row.dane(), row.daneCause()));
            case DANE_DEPLOYED -> judged(DomainVerdictRow::daneDeployed);
            case DANE_PREFERRED -> judged(row -> daneOfSome(row, DaneHosts::preferred));
            case DANE_REACHED -> judged(row -> daneOfSome(row, DaneHosts::reached));
            case MTA_STS -> judged(row -> sts(row, StsStatus.ENFORCING, StsStatus.TESTING));
            case MTA_STS_ENFORCE -> judged(row -> sts(row, StsStatus.ENFORCING));
            case MTA_STS_TESTING -> judged(row -> sts(row, StsStatus.TESTING));
            case MTA_STS_NONE -> judged(row -> sts(row, StsStatus.DISABLED));
            case MTA_STS_BROKEN -> judged(row -> sts(row, StsStatus.BROKEN));
            case MTA_STS_DEPLOYED ->
                judged(row -> sts(row, StsStatus.ENFORCING, StsStatus.TESTING, StsStatus.DISABLED, StsStatus.BROKEN));
            case MTA_STS_UNAVAILABLE ->
                judged(row -> stsBroken(
                        row,
                        StsCause.NO_POLICY_HOST,
                        StsCause.POLICY_HOST_BOGUS,
                        StsCause.POLICY_CERTIFICATE,
                        StsCause.POLICY_HANDSHAKE,
                        StsCause.REDIRECT,
                        StsCause.HTTP_STATUS,
                        StsCause.HTTP));
            case MTA_STS_MALFORMED -> judged(row -> stsBroken(row, StsCause.SYNTAX));
            case MTA_STS_UNFULFILLED ->
                judged(row ->
                        stsBroken(row, StsCause.MX_NOT_COVERED, StsCause.MX_WITHOUT_TLS, StsCause.MX_CERTIFICATE));
            case TLSRPT -> judged(DomainVerdictRow::tlsrpt);
            case AUTHENTICATED -> judged(DomainVerdictRow::authenticated);
            case DANE_AND_MTA_STS -> judged(MetricTwins::both);
            case DELEGATION_SIGNED -> delegation();
            case NULL_MX -> seen(row -> of(row.mxStatus(), MxStatus.UNMEASURED, MxStatus.NULL_MX));
            case SPF -> existing(row -> valid(row.spf().status(), true));
            case DMARC -> existing(row -> valid(row.dmarc().status(), true));
            case DMARC_NONE -> existing(row -> dmarc(row.dmarc(), "none"));
            case DMARC_QUARANTINE -> existing(row -> dmarc(row.dmarc(), "quarantine"));
            case DMARC_REJECT -> existing(row -> dmarc(row.dmarc(), "reject"));
            case DKIM_HINT -> existing(row -> hint(row.dkimHint()));
            case OPENPGPKEY_HINT -> existing(row -> hint(row.openpgpkeyHint()));
            case SMIMEA_HINT -> existing(row -> hint(row.smimeaHint()));
            case SENDER_PLAINTEXT -> sender(Deliveries::opportunistic, SenderOutcome.PLAINTEXT);
            case SENDER_DANE_AUTHENTICATED -> sender(Deliveries::dane, SenderOutcome.AUTHENTICATED);
            case SENDER_DANE_PLAINTEXT -> sender(Deliveries::dane, SenderOutcome.PLAINTEXT);
            case SENDER_DANE_DEFERRED -> sender(Deliveries::dane, SenderOutcome.DEFERRED);
            case SENDER_POSTFIX_AUTHENTICATED -> sender(Deliveries::postfix, SenderOutcome.AUTHENTICATED);
            case SENDER_POSTFIX_PLAINTEXT -> sender(Deliveries::postfix, SenderOutcome.PLAINTEXT);
            case SENDER_POSTFIX_DEFERRED -> sender(Deliveries::postfix, SenderOutcome.DEFERRED);
            case SENDER_MTA_STS_AUTHENTICATED -> sender(Deliveries::mtaSts, SenderOutcome.AUTHENTICATED);
            case SENDER_MTA_STS_PLAINTEXT -> sender(Deliveries::mtaSts, SenderOutcome.PLAINTEXT);
            case SENDER_MTA_STS_DEFERRED -> sender(Deliveries::mtaSts, SenderOutcome.DEFERRED);
            case SENDER_MTA_STS_WARM_AUTHENTICATED -> sender(Deliveries::mtaStsWarm, SenderOutcome.AUTHENTICATED);
            case SENDER_MTA_STS_WARM_PLAINTEXT -> sender(Deliveries::mtaStsWarm, SenderOutcome.PLAINTEXT);
            case SENDER_MTA_STS_WARM_DEFERRED -> sender(Deliveries::mtaStsWarm, SenderOutcome.DEFERRED);
            case SENDER_BOTH_AUTHENTICATED -> sender(Deliveries::both, SenderOutcome.AUTHENTICATED);
            case SENDER_BOTH_PLAINTEXT -> sender(Deliveries::both, SenderOutcome.PLAINTEXT);
            case SENDER_BOTH_DEFERRED -> sender(Deliveries::both, SenderOutcome.DEFERRED);
        };
    }

    private @Nullable Finding judged(Function<DomainVerdictRow, @Nullable Finding> finding) {
        return verdict == null ? Finding.UNMEASURED : finding.apply(verdict);
    }

    private @Nullable Finding seen(Function<DomainRow, @Nullable Finding> finding) {
        return seen == null ? Finding.UNMEASURED : finding.apply(seen);
    }

    private @Nullable Finding existing(Function<DomainRow, @Nullable Finding> finding) {
        return seen(row -> row.mxStatus() == MxStatus.NXDOMAIN ? null : finding.apply(row));
    }

    private @Nullable Finding sender(Function<Deliveries, Delivery> sender, SenderOutcome yes) {
        return judged(row -> {
            SenderOutcome outcome = sender.apply(row.deliveries()).outcome();
            return outcome == SenderOutcome.NO_MAIL ? null : of(outcome, SenderOutcome.UNMEASURED, yes);
        });
    }

    private Finding delegation() {
        List<Boolean> told = frame.stream()
                .map(FrameRow::delegationDs)
                .filter(Objects::nonNull)
                .toList();
        return told.isEmpty() ? Finding.UNMEASURED : Finding.of(told.contains(true));
    }

    private static <T> Finding of(T status, T unmeasured, T yes) {
        return status == unmeasured ? Finding.UNMEASURED : Finding.of(status == yes);
    }

    private static @Nullable Finding hostsReady(DomainVerdictRow row) {
        if (row.dane() == DaneStatus.FAILS_SOMEWHERE) {
            return Finding.NO;
        }
        return row.dane() == DaneStatus.NOT_DEPLOYED && row.daneHosts().everywhere() == Finding.UNMEASURED
                ? Finding.UNMEASURED
                : HostTwins.dane(row.dane(), DaneStatus.HOST_READY_DOMAIN_INSECURE);
    }

    private static @Nullable Finding answered(DomainVerdictRow row) {
        return switch (row.mail()) {
            case NO -> null;
            case UNMEASURED -> Finding.UNMEASURED;
            case YES -> HostTwins.answered(row.daneHosts().accepting(), row.starttls());
        };
    }

    private static @Nullable Finding daneOfSome(DomainVerdictRow row, Function<DaneHosts, @Nullable DaneStatus> some) {
        if (row.dane() == null) {
            return null;
        }
        return row.daneHosts().hosts() == 0 ? Finding.UNMEASURED : HostTwins.valid(some.apply(row.daneHosts()));
    }

    private static @Nullable Finding sts(DomainVerdictRow row, StsStatus... yes) {
        StsStatus status = row.mtaSts();
        if (status == null || status == StsStatus.UNMEASURED) {
            return status == null ? null : Finding.UNMEASURED;
        }
        return Finding.of(Set.of(yes).contains(status));
    }

    private static @Nullable Finding stsBroken(DomainVerdictRow row, StsCause... causes) {
        if (row.mtaSts() != StsStatus.BROKEN) {
            return sts(row);
        }
        StsCause cause = row.mtaStsCause();
        return cause == null ? Finding.UNMEASURED : Finding.of(Set.of(causes).contains(cause));
    }

    private static @Nullable Finding both(DomainVerdictRow row) {
        Finding sts = sts(row, StsStatus.ENFORCING, StsStatus.TESTING);
        Finding dane = row.daneValid();
        return sts == null ? null : sts.and(dane == null ? Finding.NO : dane);
    }

    private static Finding valid(RecordStatus status, boolean asWanted) {
        return switch (status) {
            case VALID -> Finding.of(asWanted);
            case ABSENT, MULTIPLE, MALFORMED -> Finding.NO;
            case UNMEASURED, NOT_ASKED -> Finding.UNMEASURED;
        };
    }

    private static Finding dmarc(DomainRow.Dmarc record, String policy) {
        return valid(record.status(), policy.equals(record.policy()));
    }

    private static Finding hint(Hint hint) {
        return switch (hint) {
            case PRESENT -> Finding.YES;
            case ABSENT -> Finding.NO;
            case UNRELIABLE, UNMEASURED, NOT_ASKED -> Finding.UNMEASURED;
        };
    }
}
