package org.mxcensus.crawler.dns;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.ExtendedError;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/// The extended errors of a message (RFC 8914), and what they tell.
final class ExtendedErrors {

    /// Each says that validation failed, or could not be done although it was called for (RFC 8914 §4.2,
    /// §4.3, §4.7 to §4.13, and IANA's registry for 25 and 27). Not 5: "indeterminate" leaves open whether
    /// anything is wrong.
    private static final Set<Integer> DNSSEC = Set.of(1, 2, 6, 7, 8, 9, 10, 11, 12, 25, 27);

    /// The resolver made the answer up, or would not give the real one: Forged Answer, Blocked, Censored,
    /// Filtered, Prohibited (RFC 8914 §4.5, §4.16 to §4.19).
    private static final Set<Integer> POLICY = Set.of(4, 15, 16, 17, 18);

    /// Texts are for people (RFC 8914 §2); some hold whole RRsets.
    private static final int LONGEST_TEXT = 200;

    private ExtendedErrors() {}

    static List<ExtendedError> of(Message message) {
        OPTRecord opt = message.getOPT();
        if (opt == null) {
            return List.of();
        }
        return opt.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
                .map(ExtendedErrorCodeOption.class::cast)
                .map(o -> new ExtendedError(o.getErrorCode(), excerpt(o.getText())))
                .toList();
    }

    static boolean pointToDnssec(List<ExtendedError> errors) {
        return errors.stream().anyMatch(e -> DNSSEC.contains(e.code()));
    }

    static boolean pointToPolicy(List<ExtendedError> errors) {
        return errors.stream().anyMatch(e -> POLICY.contains(e.code()));
    }

    private static String excerpt(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
