package org.mxcensus.lab.truth;

import java.util.List;
import org.mxcensus.lab.world.TlsaData;
import org.mxcensus.lab.world.TlsaSpec;

/// Which TLSA records a sender uses.
final class Usable {

    static final int DANE_TA = 2;
    static final int DANE_EE = 3;

    private static final int SHA_256_DIGITS = 64;

    private Usable() {}

    /// RFC 7672 §3.1: usages 0 and 1 are not for SMTP. RFC 7671 §4: nor is what cannot be read.
    static boolean is(TlsaSpec record) {
        return (record.usage() == DANE_TA || record.usage() == DANE_EE)
                && record.selector() <= 1
                && record.matching() <= 2
                && record.source()
                        .map(source -> source != TlsaData.OTHER_MATCHING && source != TlsaData.CUT)
                        // The worlds write out digests only, never whole certificates.
                        .orElse(record.data().length() == record.matching() * SHA_256_DIGITS);
    }

    /// RFC 7671 §9: of digests with the same usage and selector only the strongest counts; whole data (0) always
    /// does.
    static List<TlsaSpec> strongest(List<TlsaSpec> usable) {
        return usable.stream()
                .filter(record -> record.matching() == 0
                        || usable.stream()
                                .noneMatch(other -> other.usage() == record.usage()
                                        && other.selector() == record.selector()
                                        && other.matching() > record.matching()))
                .toList();
    }
}
