package org.mxcensus.analyzer.remedy;

import org.mxcensus.analyzer.transition.Tally;

/// How the domains that use a provider's MX hosts would stand if it did something.
///
/// @param provider by the provider map, else a registered domain
/// @param tld the last label of the domains
/// @param already of them are where the lever leads to
/// @param after what the tally of all of them would be; whoever cannot be told is unmeasured
public record Outlook(String provider, String tld, Lever lever, long already, Tally after) {

    /// How many more domains would be there.
    public long gained() {
        return after.numerator() - already;
    }
}
