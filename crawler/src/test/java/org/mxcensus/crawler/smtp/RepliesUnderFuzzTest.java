package org.mxcensus.crawler.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.SmtpReply;
import org.mxcensus.ledger.fuzz.Fuzz;

/// What servers say, changed at random: replies that can be told apart, or no SMTP.
class RepliesUnderFuzzTest {
    private static final Fuzz REPLIES = new Fuzz(
            "smtp-replies",
            Stream.of(
                            "220 mx1.example.net ESMTP ready\r\n",
                            "220-mx\r\n220-of many words\r\n220 lines\r\n",
                            "250-mx1.example.net greets you\r\n250-STARTTLS\r\n250-SIZE 52428800\r\n250 8BITMIME\r\n",
                            "421\n454-4.7.0 \u00ff\u0000 later\n454 now\n")
                    .map(seed -> seed.getBytes(ISO_8859_1))
                    .toList());

    @Test
    void aReplyHasACodeAndEachKeywordIsOffered() throws Exception {
        REPLIES.run(input -> {
            ReplyParser parser = new ReplyParser();
            try {
                for (byte next : input) {
                    Optional<SmtpReply> reply = parser.add(next);
                    if (reply.isPresent()) {
                        looksLikeOne(reply.get());
                        parser = new ReplyParser();
                    }
                }
                assertThat(parser.partial()).isNotNull();
            } catch (ReplyParser.NotSmtp e) {
                assertThat(e.getMessage()).isNotNull();
            }
        });
    }

    private static void looksLikeOne(SmtpReply reply) {
        assertThat(reply.code()).isBetween(100, 599);
        Ehlo ehlo = Ehlo.of(reply);
        for (String keyword : ehlo.extensions().stream().limit(5).toList()) {
            assertThat(ehlo.offers(List.of(keyword.split("\\s", 2)).getFirst())).isTrue();
        }
    }
}
