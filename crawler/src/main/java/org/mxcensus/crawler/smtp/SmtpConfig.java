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
/// @param greeting from the connection on
/// @param ehlo from EHLO or HELO on, before TLS and after it
/// @param startTls from STARTTLS on
/// @param handshakeTimeout from our ClientHello to the session; how much it may hold is
/// [org.mxcensus.crawler.tls.TlsClient]'s to say
/// @param quit from QUIT to the server's hanging up
/// @param overallTimeout for everything from the connection on
public record SmtpConfig(
        String ehloName,
        int port,
        Duration connectTimeout,
        StageLimit greeting,
        StageLimit ehlo,
        StageLimit startTls,
        Duration handshakeTimeout,
        StageLimit quit,
        Duration overallTimeout) {

    /// Some 60 lines of the 512 bytes that RFC 5321 §4.5.3.1.5 allows each: banners with a page of terms of use, and
    /// every extension that there is, fit many times.
    private static final int MANY_LINES = 32 * 1024;
    /// Of what is answered in one line, eight.
    private static final int FEW_LINES = 4 * 1024;

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
    }

    /// - connect 15 s: the kernel sends a SYN after 0, 1, 3 and 7 s, and the last one has time to be answered
    /// - greeting 60 s: servers hold the greeting back on purpose to unmask spammers, commonly by 5 to 30 s;
    ///   RFC 5321 §4.5.3.2.1 says five minutes
    /// - EHLO 30 s: it may start a look-up of our name, and a resolver gives up within that
    /// - STARTTLS 30 s: no server has anything to look up, but a busy one may be slow
    /// - handshake 20 s: four round trips to the far end of the world and a busy machine
    /// - QUIT 5 s: nothing is to be learnt any more
    /// - overall 120 s: what the stages may take in a bad but honest case; a server that drips bytes ends here
    /// - 32 KiB of greeting and of extensions, 4 KiB of any other reply
    public static SmtpConfig defaults(String ehloName) {
        return new SmtpConfig(
                ehloName,
                25,
                Duration.ofSeconds(15),
                new StageLimit(Duration.ofSeconds(60), MANY_LINES),
                new StageLimit(Duration.ofSeconds(30), MANY_LINES),
                new StageLimit(Duration.ofSeconds(30), FEW_LINES),
                Duration.ofSeconds(20),
                new StageLimit(Duration.ofSeconds(5), FEW_LINES),
                Duration.ofSeconds(120));
    }

    /// For a lab on loopback: long enough for two busy cores, short enough that silent servers do not hold up a demo.
    /// Servers that fall silent in the handshake are rare, and hundreds of handshakes at once take a busy machine
    /// seconds.
    public static SmtpConfig lab(String ehloName, int port) {
        Duration brief = Duration.ofSeconds(2);
        return new SmtpConfig(
                ehloName,
                port,
                brief,
                new StageLimit(brief, MANY_LINES),
                new StageLimit(brief, MANY_LINES),
                new StageLimit(brief, FEW_LINES),
                Duration.ofSeconds(8),
                new StageLimit(Duration.ofSeconds(1), FEW_LINES),
                Duration.ofSeconds(12));
    }

    /// The same time at every stage, and as much to hear as usual.
    public static SmtpConfig evenly(String ehloName, int port, Duration each, Duration overall) {
        StageLimit manyLines = new StageLimit(each, MANY_LINES);
        StageLimit fewLines = new StageLimit(each, FEW_LINES);
        return new SmtpConfig(ehloName, port, each, manyLines, manyLines, fewLines, each, fewLines, overall);
    }

    /// @return the same with another port
    public SmtpConfig withPort(int other) {
        return new SmtpConfig(
                ehloName, other, connectTimeout, greeting, ehlo, startTls, handshakeTimeout, quit, overallTimeout);
    }
}
