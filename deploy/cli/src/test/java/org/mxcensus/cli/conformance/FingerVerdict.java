package org.mxcensus.cli.conformance;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.mxcensus.datasets.schema.DaneStatus;

/// What posttls-finger makes of a domain at level `dane-only`, the first that fits.
enum FingerVerdict {
    /// It would go on as at level `secure`, which tells nothing of DANE.
    NO_TLSA("no TLSA records", "no TLSA records found", DaneStatus.NOT_DEPLOYED),
    LOOKUP_FAILED("TLSA lookup error", "TLSA lookup error", DaneStatus.LOOKUP_FAILED),
    // RFC 3207 §4: 454 is for now.
    REJECTED_FOR_NOW("STARTTLS rejected for now", "STARTTLS rejected: 4", DaneStatus.UNMEASURED),
    REJECTED("STARTTLS rejected", "STARTTLS rejected: ", DaneStatus.STARTTLS_MISSING),
    HANDSHAKE_FAILED("handshake failed", "SSL_connect error", DaneStatus.HANDSHAKE_FAILED),
    NOT_CONNECTED("not connected", "Failed to establish session", DaneStatus.UNMEASURED),
    NOT_AVAILABLE("service not available", "SMTP service not available", DaneStatus.UNMEASURED),
    VERIFIED("Verified", "Verified TLS connection established", DaneStatus.VALID),
    /// An anchor matches and the name is wrong: Postfix 3.10 calls that Trusted, 3.7 Untrusted.
    MISNAMED("Untrusted", "verification failed.* Trusted TLS connection established", DaneStatus.MISMATCH),
    /// It verifies, and the MX records that led there are insecure.
    TRUSTED("Trusted", "Trusted TLS connection established", DaneStatus.VALID),
    /// Once for parameters that it does not know, once for data that is no good. Either way any certificate would do
    /// for a sender, though not for posttls-finger.
    NONE_USABLE("Untrusted, no usable TLSA records", "no usable TLSA records found.* established", DaneStatus.UNUSABLE),
    ALL_UNUSABLE("Untrusted, no usable TLSA records", "all TLSA records unusable.* established", DaneStatus.UNUSABLE),
    UNTRUSTED("Untrusted", "Untrusted TLS connection established", DaneStatus.MISMATCH),
    /// Then it says no more.
    NOT_OFFERED("STARTTLS not offered", "", DaneStatus.STARTTLS_MISSING);

    private final String text;
    private final Pattern sign;
    private final DaneStatus means;

    FingerVerdict(String text, String sign, DaneStatus means) {
        this.text = text;
        this.sign = Pattern.compile(sign, Pattern.DOTALL);
        this.means = means;
    }

    static FingerVerdict of(String said) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.sign.matcher(said).find())
                .findFirst()
                .orElseThrow();
    }

    /// As it stands in the suite.
    String text() {
        return text;
    }

    DaneStatus means() {
        return means;
    }
}
