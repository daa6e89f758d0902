package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mxcensus.analyzer.conformance.DaneCase.Lookup;
import org.mxcensus.analyzer.conformance.DaneCase.Smtp;
import org.mxcensus.analyzer.conformance.DaneCase.Tlsa;
import org.mxcensus.datasets.observation.Security;

/// An MX host of one address.
///
/// @param preference of its MX record; 10 where it is not said
/// @param addressSecurity of the answer for its addresses; insecure where it is not said
/// @param cname the aliases that lead to its addresses
/// @param tlsa absent where it is not said
/// @param smtp what the dialogue with its address gave
public record Exchange(
        int preference, String host, Security addressSecurity, List<String> cname, Tlsa tlsa, Smtp smtp) {
    private static final int USUAL = 10;

    public Exchange {
        preference = preference == 0 ? USUAL : preference;
        Given.value(host, "host");
        addressSecurity = Objects.requireNonNullElse(addressSecurity, Security.INSECURE);
        cname = Given.list(cname);
        tlsa = Objects.requireNonNullElseGet(tlsa, () -> new Tlsa(Lookup.ABSENT, null, null, List.of()));
        Given.value(smtp, "smtp");
    }

    static Exchange of(DaneCase given) {
        return new Exchange(USUAL, given.host(), given.addressSecurity(), given.cname(), given.tlsa(), given.smtp());
    }

    /// @return the certificates that it showed, as the case refers to them
    List<List<String>> chains() {
        DaneCase.@Nullable OtherKey other = smtp.otherKey();
        return other == null ? List.of(smtp.chain()) : List.of(smtp.chain(), other.chain());
    }
}
