package org.mxcensus.analyzer.judge;

import java.util.List;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpStage;

/// Which address families the place of observation reached at all.
///
/// From a network without IPv6 every IPv6 address looks dead. That says nothing about the hosts, so a crawl that
/// reached no address of a family judges hosts by their addresses of the other one.
///
/// @param ipv4 some IPv4 address answered
/// @param ipv6 some IPv6 address answered
public record Reach(boolean ipv4, boolean ipv6) {

    /// Every address counts.
    public static final Reach BOTH = new Reach(true, true);

    /// No address answered.
    public static final Reach NONE = new Reach(false, false);

    /// What these dialogues show.
    public static Reach of(List<SmtpObservation> seen) {
        return seen.stream().map(Reach::of).reduce(NONE, Reach::or);
    }

    /// What one dialogue shows.
    public static Reach of(SmtpObservation seen) {
        return answered(seen.outcome()) ? new Reach(!isIpv6(seen.ip()), isIpv6(seen.ip())) : NONE;
    }

    /// What two places reached together.
    public Reach or(Reach other) {
        return new Reach(ipv4 || other.ipv4, ipv6 || other.ipv6);
    }

    boolean covers(String ip) {
        return isIpv6(ip) ? ipv6 : ipv4;
    }

    static boolean isIpv6(String ip) {
        return ip.indexOf(':') >= 0;
    }

    private static boolean answered(SmtpOutcome outcome) {
        return switch (outcome) {
            case SmtpOutcome.NotConnected _, SmtpOutcome.NotAttempted _, SmtpOutcome.InternalError _ -> false;
            case SmtpOutcome.NotTold o -> o.stage() != SmtpStage.CONNECT;
            case SmtpOutcome.Deferred _,
                    SmtpOutcome.Blocked _,
                    SmtpOutcome.NoService _,
                    SmtpOutcome.EhloRejected _,
                    SmtpOutcome.StartTlsNotOffered _,
                    SmtpOutcome.StartTlsRefused _,
                    SmtpOutcome.HandshakeFailed _,
                    SmtpOutcome.TlsEstablished _,
                    SmtpOutcome.ProtocolError _ -> true;
        };
    }
}
