package org.mxcensus.analyzer.remedy;

import org.mxcensus.analyzer.transition.Tally;

/// How the domains of a party's customers would stand if it did something: of a provider those that use its MX hosts,
/// of a DNS operator those whose name servers it runs.
///
/// @param tld the last label of the domains
/// @param already of them are where the lever leads to
/// @param after what the tally of all of them would be; whoever cannot be told is unmeasured
public record Outlook(Party party, String tld, Lever lever, long already, Tally after) {

    /// How many more domains would be there.
    public long gained() {
        return after.numerator() - already;
    }
}
