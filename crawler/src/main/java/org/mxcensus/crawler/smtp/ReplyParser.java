package org.mxcensus.crawler.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mxcensus.crawler.tls.PeerText;
import org.mxcensus.datasets.observation.SmtpReply;

/// Puts one reply together from the bytes that come (RFC 5321 §4.2).
///
/// Lines may end in CRLF or, as many servers have it, LF alone. All lines of a reply must carry the same code; a
/// client may rely on any of them (RFC 5321 §4.2.1), and this one, like most, on the last.
public final class ReplyParser {

    /// A line that is no reply line.
    static final class NotSmtp extends Exception {
        private static final long serialVersionUID = 1L;

        NotSmtp(String line) {
            super(line);
        }
    }

    /// Reply-line: three digits, then a hyphen, a space, or nothing at all.
    private static final Pattern REPLY_LINE = Pattern.compile("[1-5][0-9]{2}([ -].*)?", Pattern.DOTALL);

    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(128);

    /// The first reply of a text that was written down by somebody else.
    ///
    /// @return empty where there is none, or it is cut off
    public static Optional<SmtpReply> read(String text) {
        ReplyParser parser = new ReplyParser();
        Optional<SmtpReply> reply = Optional.empty();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            for (int i = 0; i < bytes.length && reply.isEmpty(); i++) {
                reply = parser.add(bytes[i]);
            }
            return reply;
        } catch (NotSmtp e) {
            return Optional.empty();
        }
    }

    /// @return the reply, where this byte ends it
    Optional<SmtpReply> add(byte next) throws NotSmtp {
        if (next != '\n') {
            line.write(next);
            return Optional.empty();
        }
        String text = PeerText.of(line.toByteArray());
        line.reset();
        return endOfLine(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    private Optional<SmtpReply> endOfLine(String text) throws NotSmtp {
        if (!REPLY_LINE.matcher(text).matches()) {
            throw new NotSmtp(text);
        }
        lines.add(text.length() > 4 ? text.substring(4) : "");
        boolean more = text.length() > 3 && text.charAt(3) == '-';
        return more
                ? Optional.empty()
                : Optional.of(new SmtpReply(Integer.parseInt(text.substring(0, 3)), String.join("\n", lines)));
    }

    /// What has come of the reply so far, for the record.
    String partial() {
        return String.join("\n", lines) + PeerText.of(line.toByteArray());
    }
}
