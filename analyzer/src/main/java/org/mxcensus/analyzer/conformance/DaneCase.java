package org.mxcensus.analyzer.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.SenderOutcome;

/// One domain with one MX host of one address, and what DANE for SMTP makes of it.
///
/// @param at when everything is seen
/// @param mxSecurity of the answer for the domain's MX records
/// @param mxAlias where the domain's own name leads if it is an alias
/// @param addressSecurity of the answer for the host's addresses, aliases included
/// @param cname the aliases that lead from the host to its addresses
/// @param cnameSecurity of the first of them alone
public record DaneCase(
        String id,
        String title,
        Instant at,
        String domain,
        Security mxSecurity,
        @Nullable String mxAlias,
        String host,
        Security addressSecurity,
        List<String> cname,
        @Nullable Security cnameSecurity,
        Tlsa tlsa,
        Smtp smtp,
        @Nullable Before previous,
        @Nullable Expect expect)
        implements SuiteCase {

    public DaneCase {
        Given.value(id, "id");
        title = title == null ? "" : title;
        Given.value(at, "at");
        Given.value(domain, "domain");
        Given.value(mxSecurity, "mx_security");
        Given.value(host, "host");
        Given.value(addressSecurity, "address_security");
        cname = Given.list(cname);
        Given.value(tlsa, "tlsa");
        Given.value(smtp, "smtp");
    }

    /// What asking for TLSA records gave (RFC 7672 §2.2.2).
    public enum Lookup {
        FOUND,
        FOUND_INSECURE,
        ABSENT,
        FAILED
    }

    /// @param base the TLSA base domain; null stands for the host
    /// @param failure why the look-up failed; null unless it did
    /// @param records in presentation form
    public record Tlsa(
            Lookup status, @Nullable String base, @Nullable DnsFailure failure, List<String> records) {
        public Tlsa {
            Given.value(status, "status");
            records = Given.list(records);
        }
    }

    /// How far the dialogue came.
    public enum StartTls {
        ESTABLISHED,
        NOT_OFFERED,
        REFUSED,
        HANDSHAKE_FAILED,
        NOT_CONNECTED,
        DEFERRED
    }

    /// @param reply the code of the reply that refused or deferred; null otherwise
    /// @param chain as sent, the leaf first; each a name in the suite's table, or base64 of the DER
    /// @param key of the leaf, likewise, for whoever serves the case
    /// @param otherKey what a client sees that takes no key of the first leaf's type
    public record Smtp(
            StartTls starttls,
            @Nullable Integer reply,
            List<String> chain,
            @Nullable String key,
            @Nullable OtherKey otherKey) {
        public Smtp {
            Given.value(starttls, "starttls");
            chain = Given.list(chain);
        }
    }

    public record OtherKey(List<String> chain, @Nullable String key) {
        public OtherKey {
            chain = Given.list(chain);
        }
    }

    /// The same host at an earlier look.
    public record Before(List<String> tlsa, List<String> chain) {
        public Before {
            tlsa = Given.list(tlsa);
            chain = Given.list(chain);
        }
    }

    /// @param hostVerdict at the host's address, with the TLSA base domain as the one reference identifier
    /// @param cause what decided it; null where nothing needs a cause
    /// @param section the rule that decides the case
    /// @param daneSender what becomes of mail from a sender that follows RFC 7672
    /// @param postfixSender what becomes of mail from Postfix with `smtp_tls_security_level = dane`
    /// @param posttlsFinger what posttls-finger said of the session; null where it was not asked
    /// @param postfixDiffers why Postfix says otherwise, with the section; null where it does not
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Expect(
            DaneStatus hostVerdict,
            DaneStatus domainVerdict,
            @Nullable DaneCause cause,
            @Nullable DaneCause domainCause,
            String section,
            SenderOutcome daneSender,
            SenderOutcome postfixSender,
            @Nullable String posttlsFinger,
            @Nullable String postfixDiffers) {

        /// The same, with what was measured.
        public Expect measured(@Nullable String posttls, @Nullable String differs) {
            return new Expect(
                    hostVerdict,
                    domainVerdict,
                    cause,
                    domainCause,
                    section,
                    daneSender,
                    postfixSender,
                    posttls,
                    differs);
        }
    }

    /// The same with another expectation.
    public DaneCase expecting(Expect other) {
        return new DaneCase(
                id,
                title,
                at,
                domain,
                mxSecurity,
                mxAlias,
                host,
                addressSecurity,
                cname,
                cnameSecurity,
                tlsa,
                smtp,
                previous,
                other);
    }
}
