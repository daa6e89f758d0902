package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Optional;
import org.mxcensus.datasets.records.StsPolicy;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Deliveries;
import org.mxcensus.datasets.schema.Delivery;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.SenderOutcome;
import org.mxcensus.datasets.schema.TlsFailure;

/// What becomes of mail, by the kind of sender; how it goes through the MX hosts is up to [Route].
///
/// @param nextHops the domain, as far as the verdicts depend on it
/// @param set its MX hosts
record Senders(NextHops nextHops, ExchangeSet set) {

    /// @param cold what a sender with MTA-STS goes by that has nothing in its cache
    /// @param warm what one goes by that has kept the policy of the crawl before
    Deliveries deliveries(StsInForce cold, StsInForce warm) {
        Route route = new Route(set);
        Delivery mtaSts = route.of(address -> mtaSts(address, cold));
        return new Deliveries(
                route.of(Senders::take),
                route.of(this::dane),
                route.of(this::postfix),
                mtaSts,
                warm.equals(cold) ? mtaSts : route.of(address -> mtaSts(address, warm)),
                route.of(address -> both(address, cold)));
    }

    /// RFC 7435: TLS where it comes about, else plain text.
    private static Delivery take(AddressJudgement address) {
        Finding starttls = address.row().starttls();
        return switch (starttls) {
            case null -> at(address, SenderOutcome.NO_MAIL);
            case YES -> at(address, SenderOutcome.ENCRYPTED);
            case NO -> at(address, SenderOutcome.PLAINTEXT, TlsReport.withoutTls(address.row()));
            case UNMEASURED -> at(address, SenderOutcome.UNMEASURED);
        };
    }

    private Delivery dane(AddressJudgement address) {
        // RFC 7672 §2.2.1: below an insecure MX answer a sender does without DANE.
        return switch (set.secure()) {
            case YES -> dane(address, nextHops.secure());
            case NO -> take(address);
            case UNMEASURED -> agreed(dane(address, nextHops.secure()), take(address));
        };
    }

    /// Postfix goes by the TLSA records of the MX hosts of unsigned domains too (smtp_tls_dane_insecure_mx_policy,
    /// by default `dane`); as anybody may have named these hosts, what is proven there is no authentication.
    private Delivery postfix(AddressJudgement address) {
        Delivery delivery = dane(address, nextHops.all());
        if (delivery.outcome() != SenderOutcome.AUTHENTICATED) {
            return delivery;
        }
        return switch (set.secure()) {
            case YES -> delivery;
            case NO -> at(address, SenderOutcome.ENCRYPTED);
            case UNMEASURED -> at(address, SenderOutcome.UNMEASURED);
        };
    }

    private Delivery both(AddressJudgement address, StsInForce inForce) {
        // RFC 8461 §2: MTA-STS never overrides a failure of DANE.
        if (set.secure() == Finding.NO || address.dane(nextHops.secure()) == DaneStatus.NOT_DEPLOYED) {
            return mtaSts(address, inForce);
        }
        return set.secure() == Finding.YES ? dane(address) : agreed(dane(address), mtaSts(address, inForce));
    }

    /// Where it is not known which of two ways a sender takes: where both lead.
    private static Delivery agreed(Delivery one, Delivery other) {
        return one.outcome() == other.outcome() ? other : new Delivery(SenderOutcome.UNMEASURED, null, other.host());
    }

    private static Delivery dane(AddressJudgement address, List<String> references) {
        return switch (address.dane(references)) {
            case VALID -> at(address, SenderOutcome.AUTHENTICATED);
            // RFC 7672 §2.2: TLS is mandatory, though there is nothing to authenticate by.
            case UNUSABLE -> at(address, SenderOutcome.ENCRYPTED, TlsFailure.TLSA_INVALID);
            case MISMATCH ->
                at(
                        address,
                        SenderOutcome.DEFERRED,
                        TlsReport.mismatch(address.row().daneCause()));
            case STARTTLS_MISSING, HANDSHAKE_FAILED ->
                at(address, SenderOutcome.DEFERRED, TlsReport.withoutTls(address.row()));
            // RFC 7672 §2.1.2: the host is passed over.
            case LOOKUP_FAILED ->
                address.lookupIsTheirs()
                        ? at(address, SenderOutcome.DEFERRED, TlsFailure.DNSSEC_INVALID)
                        : at(address, SenderOutcome.UNMEASURED);
            case NOT_DEPLOYED -> take(address);
            // The last three are verdicts on domains and never on an address.
            case UNMEASURED, PARTIAL, FAILS_SOMEWHERE, HOST_READY_DOMAIN_INSECURE ->
                at(address, SenderOutcome.UNMEASURED);
        };
    }

    private static Delivery mtaSts(AddressJudgement address, StsInForce inForce) {
        return switch (inForce) {
            case StsInForce.Policy(StsPolicy policy, Optional<TlsFailure> failure) ->
                failed(failure, policy(address, policy));
            // RFC 8461 §3.3: delivery goes on as though the domain had not implemented MTA-STS.
            case StsInForce.Nothing(Optional<TlsFailure> failure) -> failed(failure, take(address));
            case StsInForce.Unknown _ -> at(address, SenderOutcome.UNMEASURED);
        };
    }

    /// RFC 8461 §5: `enforce` forbids delivery to a host that does not prove itself, `testing` reports it, `none` asks
    /// for nothing.
    private static Delivery policy(AddressJudgement address, StsPolicy policy) {
        return switch (policy.mode()) {
            case ENFORCE -> proven(address, policy);
            case TESTING -> failed(Optional.ofNullable(proven(address, policy).reason()), take(address));
            case NONE -> take(address);
        };
    }

    private static Delivery proven(AddressJudgement address, StsPolicy policy) {
        // RFC 8461 §4.1. RFC 8460 §4.3 has no name for it: no certificate has been looked at.
        if (!policy.matches(address.row().host())) {
            return at(address, SenderOutcome.DEFERRED, TlsFailure.VALIDATION_FAILURE);
        }
        // RFC 8461 §4.2.
        return switch (address.proves()) {
            case YES -> at(address, SenderOutcome.AUTHENTICATED);
            case NO ->
                at(
                        address,
                        SenderOutcome.DEFERRED,
                        address.row().starttls() == Finding.NO
                                ? TlsReport.withoutTls(address.row())
                                : TlsReport.certificate(address.row()));
            case UNMEASURED -> at(address, SenderOutcome.UNMEASURED);
        };
    }

    private static Delivery at(AddressJudgement address, SenderOutcome outcome) {
        return new Delivery(outcome, null, address.row().host());
    }

    private static Delivery at(AddressJudgement address, SenderOutcome outcome, TlsFailure reason) {
        return new Delivery(outcome, reason, address.row().host());
    }

    /// A delivery before which something had failed already.
    private static Delivery failed(Optional<TlsFailure> before, Delivery then) {
        return before.map(reason -> new Delivery(then.outcome(), reason, then.host()))
                .orElse(then);
    }
}
