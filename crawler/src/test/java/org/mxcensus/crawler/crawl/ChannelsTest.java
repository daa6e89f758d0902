package org.mxcensus.crawler.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.crawler.smtp.SmtpTarget;

/// What comes out of a queue that others may write into too.
class ChannelsTest {
    private static final byte[] GARBAGE = {(byte) 0xff, 0, (byte) 0xfe, 10, (byte) 0xc3};

    @ParameterizedTest
    @ValueSource(
            strings = {"mx.example.nl", "mail_1.example.nl", "*.example.nl", "nl", "a\\032b.example.nl", "\\200.nl"})
    void whateverCanStandInAnMxRecordIsAHost(String name) {
        assertThatCode(() -> Channels.requireHost(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "a b", "this is no name", "MX.example.nl", "mx.example.nl.", "a..nl", "mx\u00fc.nl"})
    void whatNoLookUpReturnsIsNone(String text) {
        assertThatThrownBy(() -> Channels.requireHost(text)).isInstanceOf(ForeignMessage.class);
    }

    @Test
    void bytesOfNobodyAreTextThatIsNoName() {
        assertThatThrownBy(() -> Channels.requireHost(Channels.MX_HOSTS.decode().apply(GARBAGE)))
                .isInstanceOf(ForeignMessage.class);
        assertThatThrownBy(
                        () -> Channels.requireDomain(Channels.DOMAINS.decode().apply(GARBAGE)))
                .isInstanceOf(ForeignMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{", "{\"network\":\"127.0.0.0/24\"}", "[]", "null"})
    void whatIsNoTargetIsOneWithoutAnAddress(String text) {
        SmtpTarget target = Channels.SMTP_TARGETS.decode().apply(text.getBytes(UTF_8));

        assertThat(target.ip()).isEmpty();
        assertThat(target.host()).isEqualTo(text);
        assertThat(Channels.isTarget(target)).isFalse();
    }

    @Test
    void aTargetIsOfTheNetworkOfItsAddress() {
        SmtpTarget ours = SmtpTarget.of("127.0.5.1", "mx.example.nl", "mx.example.nl", false);
        SmtpTarget theirs = new SmtpTarget("127.0.6.0/24", ours.ip(), ours.host(), ours.sni(), false);

        assertThat(Channels.isTarget(ours)).isTrue();
        assertThat(Channels.isTarget(theirs)).isFalse();
    }
}
