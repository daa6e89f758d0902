package org.mxcensus.lab.truth;

import java.util.List;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.TlsaSpec;

/// Whether TLSA records match what a mail server shows (RFC 7672 §3, RFC 7671 §9).
final class DaneTruth {

    private static final int DANE_TA = 2;
    private static final int DANE_EE = 3;

    private DaneTruth() {}

    /// VALID, MISMATCH or UNUSABLE.
    ///
    /// @param own whether the certificate is that of the host whose records these are
    static String judge(List<TlsaSpec> records, CertificateKind shown, boolean own) {
        List<TlsaSpec> usable = records.stream().filter(DaneTruth::isUsable).toList();
        if (usable.isEmpty()) {
            return "UNUSABLE";
        }
        boolean match = usable.stream()
                .filter(record -> !isShadowed(record, usable))
                .anyMatch(record -> matches(record, shown, own));
        return match ? "VALID" : "MISMATCH";
    }

    /// RFC 7672 §3.1: usages 0 and 1 are not for SMTP.
    private static boolean isUsable(TlsaSpec record) {
        return (record.usage() == DANE_TA || record.usage() == DANE_EE)
                && record.selector() <= 1
                && record.matching() <= 2;
    }

    /// RFC 7671 §9: of digests with the same usage and selector only the strongest counts; whole data (0) always
    /// does.
    private static boolean isShadowed(TlsaSpec record, List<TlsaSpec> usable) {
        return record.matching() != 0
                && usable.stream()
                        .anyMatch(other -> other.usage() == record.usage()
                                && other.selector() == record.selector()
                                && other.matching() > record.matching());
    }

    private static boolean matches(TlsaSpec record, CertificateKind shown, boolean own) {
        if (!record.isAuto() || !own) {
            return false;
        }
        // RFC 7672 §3.1.1: usage 3 ignores names and dates.
        return record.usage() == DANE_EE
                || switch (shown) {
                    // RFC 7672 §3.2.3: without a DNS name the common name counts.
                    case CA_SIGNED,
                            WITH_ROOT,
                            SHUFFLED,
                            LONG_CHAIN,
                            UNKNOWN_CA,
                            WILDCARD,
                            NO_SAN,
                            IP_SAN,
                            SHA1,
                            HUGE,
                            NAMED_ONLY -> true;
                    // RFC 7671 §5.2: with a digest the anchor must be sent; the whole certificate or key comes with
                    // the record.
                    case CA_SIGNED_NO_CHAIN -> record.matching() == 0;
                    case SELF_SIGNED, EXPIRED, NOT_YET_VALID, WRONG_NAME, MD5 -> false;
                };
    }
}
