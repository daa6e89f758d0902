package org.mxcensus.crawler.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.datasets.observation.SmtpReply;

/// Given these bytes, this reply.
class ReplyParserTest {

    @Test
    void linesMayEndInLineFeedsAlone() throws Exception {
        assertThat(parsed("220-hello\n220 there\n")).contains(new SmtpReply(220, "hello\nthere"));
    }

    @Test
    void aCodeMayStandAlone() throws Exception {
        assertThat(parsed("220\r\n")).contains(new SmtpReply(220, ""));
    }

    @Test
    void theLastLineDecidesWhereCodesDiffer() throws Exception {
        // RFC 5321 §4.2.1: all lines must have the same code.
        assertThat(parsed("250-mx.example.net\r\n550 no\r\n")).contains(new SmtpReply(550, "mx.example.net\nno"));
    }

    @Test
    void eightBitsAreKept() throws Exception {
        assertThat(parsed("220 caf\u00e9\r\n")).contains(new SmtpReply(220, "café"));
    }

    @Test
    void linesMayBeLong() throws Exception {
        String text = "x".repeat(20_000);

        assertThat(parsed("220 " + text + "\r\n")).contains(new SmtpReply(220, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "2\r\n", "22O hi\r\n", "920 hi\r\n", "2200 hi\r\n", "220\thi\r\n", " 220 hi\r\n"})
    void whatIsNoReplyLineIsNotSmtp(String line) {
        assertThatThrownBy(() -> parsed(line)).isInstanceOf(ReplyParser.NotSmtp.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2 50-\r\n\u00ff", "0123456789- \r\n\u0000\u0080"})
    void noBytesAreTooStrange(String alphabet) {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder bytes = new StringBuilder(random.nextBoolean() ? "" : "220-");
            for (int i = 0; i < 60; i++) {
                bytes.append(
                        alphabet.isEmpty()
                                ? (char) random.nextInt(256)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(parsed(bytes.toString()).map(SmtpReply::code).orElse(220))
                        .isBetween(100, 599);
            } catch (ReplyParser.NotSmtp e) {
                assertThat(e.getMessage()).isNotNull();
            }
        }
    }

    /// A byte for each character.
    private static Optional<SmtpReply> parsed(String text) throws ReplyParser.NotSmtp {
        ReplyParser parser = new ReplyParser();
        Optional<SmtpReply> reply = Optional.empty();
        for (byte next : text.getBytes(StandardCharsets.ISO_8859_1)) {
            reply = parser.add(next);
            if (reply.isPresent()) {
                break;
            }
        }
        return reply;
    }
}
