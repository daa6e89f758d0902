package org.mxcensus.crawler.smtp;

import org.mxcensus.crawler.tls.PeerText;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.datasets.observation.SmtpStage;

/// What a reply means that is not the one hoped for. Replies are read by their first digit, as RFC 5321 §4.2.1 bids
/// for every code that a client does not know.
public final class Refusals {

    private Refusals() {}

    /// Instead of a greeting.
    public static SmtpOutcome atGreeting(SmtpReply reply) {
        if (saysNoService(reply)) {
            return new SmtpOutcome.NoService(reply);
        }
        // RFC 5321 §3.1 names 554 alone, but all that the server knows of us here is our address: whatever other 5yz
        // it says (550 is common), it says about us.
        return permanent(reply)
                ? new SmtpOutcome.Blocked(SmtpStage.GREETING, reply)
                : temporaryOrNoise(SmtpStage.GREETING, reply);
    }

    /// To EHLO, or to the HELO after it. A permanent refusal that is not about us is EHLO_REJECTED.
    public static SmtpOutcome atEhlo(SmtpReply reply) {
        if (aboutUs(reply)) {
            return new SmtpOutcome.Blocked(SmtpStage.EHLO, reply);
        }
        if (saysNoService(reply)) {
            return new SmtpOutcome.NoService(reply);
        }
        return permanent(reply) ? new SmtpOutcome.EhloRejected(reply) : temporaryOrNoise(SmtpStage.EHLO, reply);
    }

    /// To STARTTLS (RFC 3207 §4): 454 and 501 are named; a server that says 421 goes away, which refuses too.
    public static SmtpOutcome atStartTls(SmtpReply reply) {
        return reply.temporary() || permanent(reply)
                ? new SmtpOutcome.StartTlsRefused(reply)
                : noise(SmtpStage.STARTTLS, reply);
    }

    /// Whether HELO is worth a try: the server refused the word EHLO, not us (RFC 5321 §3.2).
    public static boolean helpsHelo(SmtpReply reply) {
        return permanent(reply) && !aboutUs(reply) && !saysNoService(reply);
    }

    /// RFC 7504 §3: 521, the host accepts no mail under any circumstances. With an enhanced code of class
    /// X.7, security or policy (RFC 3463 §3.8), it turns away us instead, as some filters in front of a server do.
    private static boolean saysNoService(SmtpReply reply) {
        return reply.code() == 521 && !policy(reply);
    }

    private static boolean aboutUs(SmtpReply reply) {
        return reply.code() == 554 || permanent(reply) && policy(reply);
    }

    private static boolean policy(SmtpReply reply) {
        return reply.text().startsWith("5.7.");
    }

    private static boolean permanent(SmtpReply reply) {
        return reply.code() >= 500;
    }

    private static SmtpOutcome temporaryOrNoise(SmtpStage stage, SmtpReply reply) {
        return reply.temporary() ? new SmtpOutcome.Deferred(stage, reply) : noise(stage, reply);
    }

    private static SmtpOutcome noise(SmtpStage stage, SmtpReply reply) {
        String detail = PeerText.excerpt("unexpected reply: " + reply.code() + " " + reply.text());
        return new SmtpOutcome.ProtocolError(stage, ProtocolFailure.SYNTAX, detail);
    }
}
