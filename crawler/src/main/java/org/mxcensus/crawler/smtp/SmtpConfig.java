package org.mxcensus.crawler.smtp;

import java.time.Duration;
import java.util.regex.Pattern;

/// How the probe introduces itself, and how long and how much it listens.
///
/// RFC 5321 §4.5.3.2 tells a mail client to wait five minutes at most stages. A census holds a place in its
/// network's queue meanwhile, so the limits below are shorter; a server that is slower than that ends as "could not
/// tell", never as "no".
///
/// @param ehloName our own FQDN, which must resolve to the address that we come from (RFC 5321 §4.1.1.1)
/// @param port 25 for the world (RFC 7672 §2.2.3 takes the TLSA owner name from it too)
/// @param connectTimeout for the TCP connection
/// @param greetingTimeout from the connection to the whole greeting
/// @param replyTimeout from a command to its whole reply
/// @param handshakeTimeout from our ClientHello to the session
/// @param quitTimeout from QUIT to the server's hanging up
/// @param overallTimeout for everything from the connection on
/// @param maxReplyBytes of one reply, line ends included
public record SmtpConfig(
        String ehloName,
        int port,
        Duration connectTimeout,
        Duration greetingTimeout,
        Duration replyTimeout,
        Duration handshakeTimeout,
        Duration quitTimeout,
        Duration overallTimeout,
        int maxReplyBytes) {

    private static final Pattern FQDN =
            Pattern.compile("(?=.{4,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

    public SmtpConfig {
        // RFC 5321 §4.1.1.1: a name of one label or a made-up one gets honest clients refused.
        if (!FQDN.matcher(ehloName).matches()) {
            throw new IllegalArgumentException("the EHLO name must be a fully qualified domain name: " + ehloName);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no port: " + port);
        }
        if (maxReplyBytes < 512) {
            throw new IllegalArgumentException("RFC 5321 §4.5.3.1.5 allows a reply line 512 bytes");
        }
    }

    /// - connect 15 s: the kernel sends a SYN after 0, 1, 3 and 7 s, and the last one has time to be answered
    /// - greeting 60 s: servers hold the greeting back on purpose to unmask spammers, commonly by 5 to 30 s;
    ///   RFC 5321 §4.5.3.2.1 says five minutes
    /// - reply 30 s: EHLO may start a look-up of our name, and a resolver gives up within that
    /// - handshake 20 s: four round trips to the far end of the world and a busy machine
    /// - QUIT 5 s: nothing is to be learnt any more
    /// - overall 120 s: what the stages may take in a bad but honest case; a server that drips bytes ends here
    /// - 32 KiB a reply: some 60 lines of the 512 bytes that RFC 5321 §4.5.3.1.5 allows each
    public static SmtpConfig defaults(String ehloName) {
        return new SmtpConfig(
                ehloName,
                25,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                Duration.ofSeconds(120),
                32 * 1024);
    }

    /// For a lab on loopback: long enough for two busy cores, short enough that silent servers do not hold up a demo.
    /// Servers that fall silent in the handshake are rare, and hundreds of handshakes at once take a busy machine
    /// seconds.
    public static SmtpConfig lab(String ehloName, int port) {
        return new SmtpConfig(
                ehloName,
                port,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(8),
                Duration.ofSeconds(1),
                Duration.ofSeconds(12),
                32 * 1024);
    }

    /// @return the same with another port
    public SmtpConfig withPort(int other) {
        return new SmtpConfig(
                ehloName,
                other,
                connectTimeout,
                greetingTimeout,
                replyTimeout,
                handshakeTimeout,
                quitTimeout,
                overallTimeout,
                maxReplyBytes);
    }
}
