package org.mxcensus.lab.generate;

import static org.mxcensus.lab.generate.Provider.ALWAYS;

import java.util.List;
import org.mxcensus.lab.world.CertificateKind;

/// The providers of a generated world, largest first; all invented.
final class Providers {

    /// The month in which [#BUMP] turns on TLSA for all its hosts.
    static final int BUMP_MONTH = 6;

    /// A large provider whose DANE shows as a bump.
    static final Provider BUMP =
            Provider.of("transmail.example", 4).signedFrom(ALWAYS).tlsaFrom(BUMP_MONTH);

    /// The month in which [#STS] begins to publish MTA-STS for its customers.
    static final int STS_MONTH = 4;

    /// A large provider that publishes MTA-STS for its customers.
    static final Provider STS = Provider.of("brightpost.example", 5).stsFrom(STS_MONTH);

    /// The month in which [#FORGETFUL] changes keys and forgets its TLSA records.
    static final int ROLL_OVER_MONTH = 8;

    /// A provider whose roll-over goes wrong.
    static final Provider FORGETFUL = Provider.of("fjordmail.example", 2)
            .at(TopLevel.SE)
            .signedFrom(ALWAYS)
            .tlsaFrom(ALWAYS)
            .rollingOverIn(ROLL_OVER_MONTH);

    static final List<Provider> ALL = List.of(
            Provider.of("cumulo.example", 8).namingCustomers().showing(CertificateKind.WILDCARD),
            STS,
            BUMP,
            Provider.of("polderpost.example", 3)
                    .at(TopLevel.NL)
                    .signedFrom(ALWAYS)
                    .tlsaFrom(ALWAYS),
            FORGETFUL,
            Provider.of("rheinmail.example", 3).at(TopLevel.DE).signedFrom(2).tlsaFrom(9),
            Provider.of("matterhost.example", 2)
                    .at(TopLevel.CH)
                    .signedFrom(ALWAYS)
                    .tlsaFrom(3),
            Provider.of("agencymail.example", 2).at(TopLevel.GOV).stsFrom(ALWAYS),
            Provider.of("larkhosting.example", 2).tls13From(5),
            Provider.of("kelphost.example", 2).showing(CertificateKind.WRONG_NAME),
            Provider.of("tulpmail.example", 2)
                    .at(TopLevel.NL)
                    .signedFrom(ALWAYS)
                    .tlsaFrom(10),
            Provider.of("bluebarn.example", 2).tls13From(2),
            Provider.of("gransund.example", 2).at(TopLevel.SE).signedFrom(1).tlsaFrom(7),
            Provider.of("oldmill.example", 1).tls13From(11).showing(CertificateKind.SELF_SIGNED),
            Provider.of("quaymail.example", 2).tls13From(8),
            Provider.of("hopfenpost.example", 2).at(TopLevel.DE),
            Provider.of("slowcoach.example", 1).starttlsFrom(5).tls13From(5),
            Provider.of("nightferry.example", 2).tls13From(4),
            Provider.of("duinpost.example", 1).at(TopLevel.NL).signedFrom(4).tlsaFrom(4),
            Provider.of("cedarline.example", 2).at(TopLevel.GOV).tls13From(3));

    // Sizes fall as 1/rank: a few have most, as surveys of MX records find.
    private static final double EXPONENT = 1.0;

    private Providers() {}

    /// The one that a throw in [0, 1) hits, for a domain of this top-level domain.
    static Provider at(double thrown, TopLevel top) {
        double total = 0;
        for (int rank = 1; rank <= ALL.size(); rank++) {
            total += weight(rank, top);
        }
        double rest = thrown * total;
        for (int rank = 1; rank <= ALL.size(); rank++) {
            rest -= weight(rank, top);
            if (rest < 0) {
                return ALL.get(rank - 1);
            }
        }
        return ALL.getLast();
    }

    private static double weight(int rank, TopLevel top) {
        return ALL.get(rank - 1).pull(top) / Math.pow(rank, EXPONENT);
    }
}
