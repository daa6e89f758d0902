package org.mxcensus.lab.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.BoringHandshake;
import org.mxcensus.lab.client.Conversation;
import org.mxcensus.lab.world.Alert;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.KeyType;
import org.mxcensus.lab.world.Limit;
import org.mxcensus.lab.world.Offer;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Speech;
import org.mxcensus.lab.world.Stage;
import org.mxcensus.lab.world.TlsGroup;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.lab.world.World;

/// The words of world files for mail servers, each seen by a plain client.
class SmtpFixturesTest {

    private static final SmtpSpec USUAL = SmtpSpec.DEFAULT;
    private static final World WORLD = World.of(hosts());
    private static Lab lab;

    private static List<HostSpec> hosts() {
        List<HostSpec> hosts = new ArrayList<>();
        for (Speech speech : Speech.values()) {
            hosts.add(host("speech-" + speech.id(), USUAL.withSpeech(speech)));
        }
        for (Offer offer : Offer.values()) {
            hosts.add(host("offer-" + offer.id(), USUAL.withOffer(offer)));
        }
        for (TlsSupport tls : TlsSupport.values()) {
            SmtpSpec able = tls.needsRsa() ? USUAL.withKeyType(KeyType.RSA_2048) : USUAL;
            hosts.add(host("tls-" + tls.id(), able.withTls(tls)));
        }
        for (TlsGroup group : TlsGroup.values()) {
            hosts.add(host("group-" + group.id(), USUAL.withGroup(group)));
        }
        for (KeyType type : KeyType.values()) {
            hosts.add(host("key-" + type.id(), USUAL.withKeyType(type)));
        }
        for (Alert alert : Alert.values()) {
            hosts.add(host(
                    "alert-" + alert.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    SmtpSpec.of(SmtpBehaviour.HANDSHAKE_FAILED).withAlert(alert)));
        }
        for (SmtpBehaviour end : List.of(SmtpBehaviour.CLOSED, SmtpBehaviour.RESET)) {
            for (Stage stage : Stage.values()) {
                hosts.add(host(end.id() + "-" + stage.id(), SmtpSpec.of(end).withAt(stage)));
            }
        }
        hosts.add(host("injected", SmtpSpec.of(SmtpBehaviour.STARTTLS_INJECTED)));
        hosts.add(host("one-at-once", USUAL.withLimit(Limit.parse("1 at once"))));
        hosts.add(host("none-a-second", USUAL.withLimit(Limit.parse("0 a second"))));
        hosts.add(host("named-only", USUAL.withCert(CertificateKind.NAMED_ONLY)));
        hosts.add(host("long-chain", USUAL.withCert(CertificateKind.LONG_CHAIN)));
        hosts.add(host("huge", USUAL.withCert(CertificateKind.HUGE)));
        hosts.add(host("md5", USUAL.withCert(CertificateKind.MD5)));
        return hosts;
    }

    private static HostSpec host(String name, SmtpSpec smtp) {
        return HostSpec.of(name + ".net").withSmtp(smtp);
    }

    @BeforeAll
    static void start() {
        lab = Lab.start(WORLD, LabOptions.defaults());
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    private static String address(String host) {
        HostSpec spec = WORLD.host(host + ".net").orElseThrow();
        return WORLD.roster().addressesOf(spec).getFirst();
    }

    private static Conversation with(String host) throws IOException {
        return new Conversation(address(host), lab.smtpPort());
    }

    /// A conversation with a host that agrees to STARTTLS, up to there.
    private static Conversation agreed(String host) throws IOException {
        Conversation talk = with(host);
        talk.hear();
        talk.say("EHLO census.example");
        assertThat(talk.say("STARTTLS")).startsWith("220");
        return talk;
    }

    private static BoringHandshake.Seen seen(String host, String... suites) throws Exception {
        try (Conversation talk = agreed(host)) {
            return talk.handshakeBoring(host + ".net", suites);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.2-and-1.3, TLSv1.3",
        "1.3, TLSv1.3",
        "1.2, TLSv1.2",
        "1.1, TLSv1.1",
        "1.0, TLSv1",
        "key-transport, TLSv1.2"
    })
    void speaksTheVersionsOfTheWorld(String tls, String version) throws Exception {
        assertThat(seen("tls-" + tls).version()).isEqualTo(version);
    }

    @Test
    void keyTransportHasNoGroup() throws Exception {
        BoringHandshake.Seen seen = seen("tls-key-transport");

        assertThat(seen.suite()).startsWith("TLS_RSA_WITH_");
        assertThat(seen.group()).isEmpty();
    }

    @Test
    void diffieHellmanOverAFiniteFieldIsNothingForBoringSsl() throws Exception {
        try (Conversation talk = agreed("tls-dhe")) {
            assertThat(talk.handshake("tls-dhe.net").getSession().getCipherSuite())
                    .startsWith("TLS_DHE_RSA_WITH_");
        }
        assertThatThrownBy(() -> seen("tls-dhe"))
                .isInstanceOfSatisfying(
                        BoringHandshake.Alerted.class,
                        alert -> assertThat(alert.code()).isEqualTo(40));
    }

    @ParameterizedTest
    @CsvSource({
        "classic, X25519",
        "x25519mlkem768, X25519MLKEM768",
        "x25519, X25519",
        "p-256, P-256",
        "p-384, P-384",
    })
    void agreesOnTheGroupOfTheWorld(String group, String agreed) throws Exception {
        assertThat(seen("group-" + group).group()).isEqualTo(agreed);
    }

    @ParameterizedTest
    @CsvSource({"p-256, EC", "p-384, EC", "rsa-2048, RSA", "rsa-1024, RSA", "dual, EC"})
    void showsTheKeyOfTheWorld(String type, String algorithm) throws Exception {
        assertThat(seen("key-" + type).chain().getFirst().getPublicKey().getAlgorithm())
                .isEqualTo(algorithm);
    }

    @Test
    void showsAnEd25519KeyToWhoTakesIt() throws Exception {
        try (Conversation talk = agreed("key-ed25519")) {
            assertThat(Conversation.chain(talk.handshake("key-ed25519.net"))
                            .getFirst()
                            .getPublicKey()
                            .getAlgorithm())
                    .isEqualTo("EdDSA");
        }
        assertThatThrownBy(() -> seen("key-ed25519")).isInstanceOf(BoringHandshake.Alerted.class);
    }

    @Test
    void showsWhoTakesNoEcdsaTheOtherOfTwoCertificates() throws Exception {
        assertThat(seen("key-dual", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
                        .chain()
                        .getFirst()
                        .getPublicKey()
                        .getAlgorithm())
                .isEqualTo("RSA");
    }

    @Test
    void showsWhoNamesNobodyAnotherCertificate() throws Exception {
        assertThat(seen("named-only")
                        .chain()
                        .getFirst()
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=named-only.net");
        try (Conversation talk = agreed("named-only")) {
            assertThat(talk.handshakeBoring("")
                            .chain()
                            .getFirst()
                            .getSubjectX500Principal()
                            .getName())
                    .isEqualTo("CN=localhost.localdomain");
        }
    }

    @Test
    void sendsLongChainsAndLargeCertificates() throws Exception {
        assertThat(seen("long-chain").chain()).hasSize(40);
        assertThat(seen("huge").chain().getFirst().getEncoded()).hasSizeGreaterThan(1 << 20);
        assertThat(seen("md5").chain().getFirst().getSigAlgName()).isEqualTo("MD5withRSA");
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheAlertOfTheWorldAndCloses(Alert alert) throws Exception {
        try (Socket socket = new Socket(address("alert-" + alert.id().replace('_', '-')), lab.smtpPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("EHLO census.example\r\n".getBytes(StandardCharsets.US_ASCII));
            String heard = "";
            while (!heard.contains("250 8BITMIME\r\n")) {
                heard += (char) socket.getInputStream().read();
            }
            socket.getOutputStream().write("STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!heard.endsWith("220 2.0.0 go ahead\r\n")) {
                heard += (char) socket.getInputStream().read();
            }
            socket.getOutputStream().write(22);
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo(alert.octets());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "once,            250-STARTTLS",
        "lower-case,      250-starttls",
        "with-parameters, 250-STARTTLS REQUIRED",
        "twice,           250-STARTTLS|250-STARTTLS",
    })
    void announcesStartTlsAsTheWorldSays(String offer, String lines) throws Exception {
        try (Conversation talk = with("offer-" + offer)) {
            talk.hear();
            assertThat(talk.say("EHLO census.example")).contains("|" + lines + "|");
        }
    }

    @ParameterizedTest
    @CsvSource({"once, false, false", "after-tls, true, false", "requiretls, false, true"})
    void announcesOtherThingsAfterTls(String offer, boolean starttls, boolean requiretls) throws Exception {
        try (Conversation talk = agreed("offer-" + offer)) {
            talk.handshakeTrusting(lab, "offer-" + offer + ".net");
            List<String> lines = List.of(talk.say("EHLO census.example").split("\\|"));
            assertThat(lines.contains("250-STARTTLS")).isEqualTo(starttls);
            assertThat(lines.contains("250-REQUIRETLS")).isEqualTo(requiretls);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "multi-line,  220-speech-multi-line.net ESMTP mxcensus lab|220-Nobody sends mail to a lab.|220 Be brief.",
        "slow,        220-speech-slow.net ESMTP mxcensus lab|220-Nobody sends mail to a lab.|220 Be brief.",
        "eight-bit,   220 speech-eight-bit.net ESMTP mxcensus lab grüßt",
        "mixed-codes, 220 speech-mixed-codes.net ESMTP mxcensus lab",
    })
    void greetsAsTheWorldSays(String speech, String greeting) throws Exception {
        try (Conversation talk = with("speech-" + speech)) {
            assertThat(talk.hear()).isEqualTo(greeting);
            assertThat(talk.say("EHLO census.example")).contains("STARTTLS");
        }
    }

    @Test
    void endsLinesInLineFeedsAlone() throws Exception {
        try (Socket socket = new Socket(address("speech-bare-lf"), lab.smtpPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .endsWith("closes\n")
                    .doesNotContain("\r");
        }
    }

    @Test
    void theLinesOfAReplyCarryDifferentCodes() throws Exception {
        try (Conversation talk = with("speech-mixed-codes")) {
            talk.hear();
            assertThat(talk.say("EHLO census.example"))
                    .startsWith("250-")
                    .contains("|251-PIPELINING|")
                    .endsWith("|250 8BITMIME");
        }
    }

    @Test
    void aTarpitSaysOneByteAndAnEndlessGreetingNoLastLine() throws Exception {
        try (Conversation talk = with("speech-tarpit")) {
            talk.patience(300);
            assertThatThrownBy(talk::hear).isInstanceOf(SocketTimeoutException.class);
        }
        try (Conversation talk = with("speech-endless")) {
            assertThatThrownBy(talk::hear).isInstanceOf(Conversation.Endless.class);
        }
    }

    @Test
    void saysPlainTextBeforeTlsAndShakesHandsAllTheSame() throws Exception {
        try (Conversation talk = agreed("injected")) {
            assertThat(talk.hear()).isEqualTo("250 2.0.0 said before TLS");
            assertThat(talk.handshakeBoring("injected.net").version()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void takesOneConnectionAtOnce() throws Exception {
        long before = lab.counters().smtp().connectionsTurnedAway();
        try (Conversation first = with("one-at-once")) {
            assertThat(first.hear()).startsWith("220");
            try (Conversation second = with("one-at-once")) {
                assertThat(second.hear()).startsWith("421 4.7.0").contains("too many connections");
            }
        }
        assertThat(lab.counters().smtp().connectionsTurnedAway()).isEqualTo(before + 1);
    }

    @Test
    void takesNoneASecond() throws Exception {
        try (Conversation talk = with("none-a-second")) {
            assertThat(talk.hear()).startsWith("421 4.7.0");
        }
    }

    @ParameterizedTest
    @CsvSource({"ehlo, EHLO x.example", "starttls, STARTTLS", "quit, QUIT"})
    void endsInPlaceOfAnAnswer(String stage, String command) throws Exception {
        for (String end : List.of("closed-", "reset-")) {
            try (Conversation talk = with(end + stage)) {
                assertThat(talk.hear()).startsWith("220");
                if (stage.equals("starttls")) {
                    talk.say("EHLO x.example");
                }
                assertThatThrownBy(() -> talk.say(command))
                        .isInstanceOf(end.equals("reset-") ? SocketException.class : Conversation.Ended.class);
            }
        }
    }

    @Test
    void endsAfterTls() throws Exception {
        for (String host : List.of("closed-ehlo-after-tls", "reset-ehlo-after-tls")) {
            try (Conversation talk = agreed(host)) {
                talk.handshakeTrusting(lab, host + ".net");
                assertThatThrownBy(() -> talk.say("EHLO x.example")).isInstanceOf(IOException.class);
            }
        }
    }
}
