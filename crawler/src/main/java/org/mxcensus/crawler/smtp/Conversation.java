package org.mxcensus.crawler.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.mxcensus.crawler.tls.Connection;
import org.mxcensus.crawler.tls.Deadline;
import org.mxcensus.crawler.tls.Incoming;
import org.mxcensus.crawler.tls.PeerText;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.datasets.observation.SmtpReply;

/// Commands and replies in turn over a connection, within limits of time and size.
final class Conversation {

    private static final byte[] NOTHING = {};

    private final Connection connection;
    private final Deadline overall;
    private byte[] unread = NOTHING;
    private int position;

    Conversation(Connection connection, Deadline overall) {
        this.connection = connection;
        this.overall = overall;
    }

    /// Says something and listens for the reply.
    Heard command(String line, StageLimit limit) throws InterruptedException {
        byte[] early = takeUnread();
        if (early.length > 0) {
            // Whoever speaks out of turn would have his words taken for the reply to our next command.
            return new Heard.Broken(
                    ProtocolFailure.SYNTAX, PeerText.excerpt("out of turn: " + PeerText.of(early)), false);
        }
        connection.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return reply(limit);
    }

    /// Listens for a reply.
    Heard reply(StageLimit limit) throws InterruptedException {
        Deadline deadline = overall.orIn(limit.time());
        ReplyParser parser = new ReplyParser();
        try {
            for (int heard = 0; heard < limit.bytes(); heard++) {
                if (position == unread.length) {
                    switch (connection.read(deadline)) {
                        case Incoming.Bytes(byte[] bytes) -> {
                            unread = bytes;
                            position = 0;
                        }
                        case Incoming.Broken(ProtocolFailure cause, String detail) -> {
                            return new Heard.Broken(cause, brokenOff(detail, parser), heard == 0);
                        }
                    }
                }
                Optional<SmtpReply> reply = parser.add(unread[position++]);
                if (reply.isPresent()) {
                    return new Heard.Said(reply.get());
                }
            }
            return new Heard.Broken(ProtocolFailure.TOO_LONG, PeerText.excerpt(parser.partial()), false);
        } catch (ReplyParser.NotSmtp e) {
            return new Heard.Broken(ProtocolFailure.SYNTAX, PeerText.excerpt(String.valueOf(e.getMessage())), false);
        }
    }

    private static String brokenOff(String detail, ReplyParser parser) {
        return PeerText.excerpt(detail.isEmpty() ? parser.partial() : detail);
    }

    /// Bytes that came and were not part of a reply; they are gone then.
    byte[] takeUnread() {
        byte[] rest = Arrays.copyOfRange(unread, position, unread.length);
        unread = NOTHING;
        position = 0;
        return rest;
    }

    /// Takes leave, and lets the server hang up first, as the one who answers QUIT does (RFC 5321 §4.1.1.10):
    /// so it has counted us out before the next connection counts in.
    void quit(StageLimit limit) throws InterruptedException {
        takeUnread();
        connection.leave("QUIT\r\n".getBytes(StandardCharsets.US_ASCII), limit.bytes(), overall.orIn(limit.time()));
    }
}
