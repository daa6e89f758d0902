package org.mxcensus.crawler.preflight;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.dns.ResolverConfig;
import org.mxcensus.crawler.mtasts.PolicyConfig;
import org.mxcensus.crawler.smtp.SmtpConfig;

/// What a preflight needs to know.
///
/// @param resolver whom to ask
/// @param smtp how to call at the control host; its EHLO name is ours
/// @param web how to call at our own web server
/// @param lab whether all of this is on loopback
/// @param addresses that we call from, where the operator says so; else they are found
/// @param operator who measures, where it is told
/// @param controlHost a mail server that is known to greet, a name or an address
/// @param signedName whose DNSSEC signature is good
/// @param bogusName whose DNSSEC signature is bad
/// @param blockLists zones that are asked for our addresses
public record PreflightConfig(
        ResolverConfig resolver,
        SmtpConfig smtp,
        PolicyConfig web,
        boolean lab,
        List<InetAddress> addresses,
        Optional<Operator> operator,
        Optional<String> controlHost,
        String signedName,
        String bogusName,
        List<String> blockLists) {

    /// Signed since the root is, by those who sign the root.
    public static final String SIGNED_NAME = "iana.org";

    /// Kept badly signed for tests like this one since 2012.
    public static final String BOGUS_NAME = "dnssec-failed.org";

    public PreflightConfig {
        addresses = List.copyOf(addresses);
        blockLists = List.copyOf(blockLists);
    }

    /// How we introduce ourselves.
    public String name() {
        return smtp.ehloName();
    }
}
