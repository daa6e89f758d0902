package org.mxcensus.crawler.pace;

import java.util.regex.Pattern;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.SmtpReply;

/// How a mail server took our call: what there is to learn from it for those that follow.
public enum Reception {
    /// It spoke to us.
    WELCOME,
    /// It asked us to come later, or less often.
    LATER,
    /// It did not take our call, or hung up before it said a word. From one who did before, that is an answer: many
    /// firewalls drop what is beyond a rate.
    TURNED_AWAY,
    /// Nothing that has to do with how often we call.
    UNTOLD;

    /// Servers that count say so in words, whatever the code (Postfix "too many connections", Exim "too many
    /// concurrent SMTP connections", Exchange "submission rate", Gmail "unusual rate", Yahoo "exceeded"). There is
    /// no registry of these words; a false hit costs us time and nobody anything.
    private static final Pattern TOO_MANY = Pattern.compile(
            "too (many|much|fast|frequent)|\\brates?\\b|rate-?limit|throttl|exceed|slow down|flood"
                    + "|connection (limit|count|frequency)",
            Pattern.CASE_INSENSITIVE);

    /// What an outcome says of our manners.
    public static Reception of(SmtpOutcome outcome) {
        return switch (outcome) {
            // RFC 5321 §4.2.1, 4yz: not now.
            case SmtpOutcome.Deferred deferred -> LATER;
            case SmtpOutcome.StartTlsRefused refused ->
                asksForLess(refused.reply()) || goesAway(refused.reply()) ? LATER : WELCOME;
            case SmtpOutcome.Blocked blocked -> asksForLess(blocked.reply()) ? LATER : UNTOLD;
            case SmtpOutcome.NoService none -> asksForLess(none.reply()) ? LATER : WELCOME;
            case SmtpOutcome.EhloRejected rejected -> asksForLess(rejected.reply()) ? LATER : WELCOME;
            case SmtpOutcome.NotConnected notConnected -> TURNED_AWAY;
            case SmtpOutcome.StartTlsNotOffered o -> WELCOME;
            case SmtpOutcome.HandshakeFailed o -> WELCOME;
            case SmtpOutcome.TlsEstablished o -> WELCOME;
            case SmtpOutcome.ProtocolError o -> UNTOLD;
            case SmtpOutcome.NotAttempted o -> UNTOLD;
            case SmtpOutcome.NotTold o -> UNTOLD;
            case SmtpOutcome.InternalError o -> UNTOLD;
        };
    }

    private static boolean asksForLess(SmtpReply reply) {
        return TOO_MANY.matcher(reply.text()).find();
    }

    /// RFC 5321 §3.8: 421 closes the connection. RFC 3463 §3.8: X.7 is about policy.
    private static boolean goesAway(SmtpReply reply) {
        return reply.code() == 421 || reply.text().startsWith("4.7.");
    }
}
