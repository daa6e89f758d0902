package org.mxcensus.lab.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Conversation;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.SmtpSpec;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.Type;

/// The lab's mail servers, seen by the JDK's sockets and TLS.
class SmtpTest {

    private static final World WORLD = World.of(specs());
    private static Lab lab;

    private static List<Spec> specs() {
        List<Spec> specs = new java.util.ArrayList<>();
        for (SmtpBehaviour behaviour : SmtpBehaviour.values()) {
            specs.add(HostSpec.of(behaviour.id() + ".behaves.net").withSmtp(behaviour));
        }
        for (SmtpBehaviour behaviour : SmtpBehaviour.values()) {
            behaviour
                    .stages()
                    .forEach(stage -> specs.add(HostSpec.of(behaviour.id() + "-at-" + stage.id() + ".behaves.net")
                            .withSmtp(SmtpSpec.of(behaviour).withAt(stage))));
        }
        for (CertificateKind kind : CertificateKind.values()) {
            String whole = kind == CertificateKind.HUGE ? "3 0 2 auto" : "3 0 0 auto";
            specs.add(HostSpec.of(kind.id() + ".shows.net")
                    .withSmtp(SmtpSpec.DEFAULT.withCert(kind))
                    .withTlsa("3 1 1 auto", "3 0 1 auto", "2 1 1 auto", "2 0 1 auto", "3 1 2 auto", whole));
        }
        specs.add(HostSpec.of("old.net").withSmtp(SmtpSpec.DEFAULT.withTls(TlsSupport.TLS_1_2)));
        specs.add(HostSpec.of("first.shared.net").withAddresses("127.9.9.9"));
        specs.add(HostSpec.of("second.shared.net").withAddresses("127.9.9.9"));
        specs.add(
                HostSpec.of("rolled.net").withSmtp(SmtpSpec.DEFAULT.withKey(1)).withTlsa("3 1 1 previous"));
        SmtpSpec wildcard = SmtpSpec.DEFAULT.withCert(CertificateKind.WILDCARD);
        specs.add(HostSpec.of("one.customers.net").withAddresses("127.9.9.8").withSmtp(wildcard));
        specs.add(HostSpec.of("two.customers.net").withAddresses("127.9.9.8").withSmtp(wildcard));
        specs.add(HostSpec.of("counted.net").withAddresses("127.9.7.1"));
        specs.add(HostSpec.of("counted-too.net").withAddresses("127.9.7.2"));
        specs.add(HostSpec.of("six.net").withAddresses("::1"));
        return specs;
    }

    @BeforeAll
    static void start() {
        lab = Lab.start(WORLD, LabOptions.defaults());
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    private static Conversation with(String host) throws IOException {
        HostSpec spec = WORLD.host(host).orElseThrow();
        return new Conversation(WORLD.roster().addressesOf(spec).getFirst(), lab.smtpPort());
    }

    private static Conversation with(SmtpBehaviour behaviour) throws IOException {
        return with(behaviour.id() + ".behaves.net");
    }

    @Test
    void aPoliteServerTalksAllTheWayToQuit() throws Exception {
        try (Conversation talk = with(SmtpBehaviour.STARTTLS)) {
            assertThat(talk.hear()).isEqualTo("220 starttls.behaves.net ESMTP mxcensus lab");
            assertThat(talk.say("EHLO census.example"))
                    .startsWith("250-starttls.behaves.net|")
                    .contains("250-STARTTLS");
            assertThat(talk.say("STARTTLS")).startsWith("220 ");
            SSLSocket tls = talk.handshakeTrusting(lab, "starttls.behaves.net");
            assertThat(tls.getSession().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(talk.say("EHLO census.example"))
                    .contains("250-PIPELINING", "250-SIZE", "250 8BITMIME")
                    .doesNotContain("STARTTLS");
            assertThat(talk.say("QUIT")).startsWith("221 ");
            assertThatThrownBy(talk::hear).isInstanceOf(Conversation.Ended.class);
        }
        assertThat(lab.counters().smtp().handshakes()).isPositive();
        assertThat(lab.counters().smtp().clientNames()).contains("census.example");
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN,                        250-plain.behaves.net|250-PIPELINING|250-SIZE 10485760|250-ENHANCEDSTATUSCODES|250 8BITMIME",
        "DEFERRED_EHLO,                451 4.7.1 come back later",
        "EHLO_REJECTED,                550 5.5.0 not understood",
        "HELO_ONLY,                    502 5.5.1 unknown command",
    })
    void answersToEhlo(SmtpBehaviour behaviour, String reply) throws Exception {
        try (Conversation talk = with(behaviour)) {
            assertThat(talk.hear()).startsWith("220 ");
            assertThat(talk.say("EHLO census.example")).isEqualTo(reply);
        }
    }

    @ParameterizedTest
    @CsvSource({"EHLO_REJECTED, 550", "DEFERRED_EHLO, 451", "HELO_ONLY, 250"})
    void answersToHelo(SmtpBehaviour behaviour, String code) throws Exception {
        try (Conversation talk = with(behaviour)) {
            talk.hear();
            assertThat(talk.say("HELO census.example")).startsWith(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"DEFERRED, 421", "BLOCKED, 554", "NO_SERVICE, 521"})
    void refusesWithAReplyInPlaceOfAGreeting(SmtpBehaviour behaviour, String code) throws Exception {
        try (Conversation talk = with(behaviour)) {
            assertThat(talk.hear()).startsWith(code);
            assertThatThrownBy(talk::hear).isInstanceOf(Conversation.Ended.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS_REFUSED_TEMPORARY, 454", "STARTTLS_REFUSED, 502"})
    void offersStartTlsAndRefusesIt(SmtpBehaviour behaviour, String code) throws Exception {
        try (Conversation talk = with(behaviour)) {
            talk.hear();
            assertThat(talk.say("EHLO census.example")).contains("250-STARTTLS");
            assertThat(talk.say("STARTTLS")).startsWith(code);
            assertThat(talk.say("QUIT")).startsWith("221");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE_FAILED", "HANDSHAKE_GARBAGE", "STARTTLS_RECANTED"})
    void agreesToStartTlsAndFailsTheHandshake(SmtpBehaviour behaviour) throws Exception {
        try (Conversation talk = with(behaviour)) {
            talk.hear();
            talk.say("EHLO census.example");
            assertThat(talk.say("STARTTLS")).startsWith("220");
            assertThatThrownBy(() -> talk.handshake("x.net"))
                    .isInstanceOfAny(SSLException.class, SocketException.class);
        }
    }

    @Test
    void sendsAHandshakeFailureAlert() throws Exception {
        try (Conversation talk = with(SmtpBehaviour.HANDSHAKE_FAILED)) {
            talk.hear();
            talk.say("EHLO census.example");
            talk.say("STARTTLS");
            assertThatThrownBy(() -> talk.handshake("x.net"))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("handshake_failure");
        }
    }

    @Test
    void fallsSilentInTheHandshake() throws Exception {
        try (Conversation talk = with("silent-at-handshake.behaves.net")) {
            talk.hear();
            talk.say("EHLO census.example");
            assertThat(talk.say("STARTTLS")).startsWith("220");
            talk.patience(100);
            assertThatThrownBy(() -> talk.handshake("x.net")).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesTheConnection() {
        assertThatThrownBy(() -> with(SmtpBehaviour.REFUSED)).isInstanceOf(ConnectException.class);
    }

    @Test
    void neverSpeaks() throws Exception {
        try (Conversation talk = with(SmtpBehaviour.SILENT)) {
            talk.patience(100);
            assertThatThrownBy(talk::hear).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void resetsTheConnection() {
        assertThatThrownBy(() -> {
                    try (Conversation talk = with(SmtpBehaviour.RESET)) {
                        talk.hear();
                    }
                })
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void speaksAnotherProtocol() throws Exception {
        try (Conversation talk = with(SmtpBehaviour.GARBAGE)) {
            assertThat(talk.hear()).startsWith("SSH-2.0");
        }
    }

    @Test
    void takesNoMailAndCountsTheAttempt() throws Exception {
        long before = lab.counters().smtp().illMannered();
        try (Conversation talk = with(SmtpBehaviour.PLAIN)) {
            talk.hear();
            talk.say("EHLO census.example");
            assertThat(talk.say("MAIL FROM:<>")).startsWith("550");
            assertThat(talk.say("VRFY root")).startsWith("252");
            assertThat(talk.say("NONSENSE")).startsWith("500");
        }
        assertThat(lab.counters().smtp().illMannered()).isEqualTo(before + 2);
    }

    @Test
    void noticesACommandThatDidNotWait() throws Exception {
        long before = lab.counters().smtp().pipelinedCommands();
        try (Conversation talk = with(SmtpBehaviour.PLAIN)) {
            talk.hear();
            talk.tell("EHLO census.example\r\nNOOP");
            talk.hear();
            talk.hear();
        }
        assertThat(lab.counters().smtp().pipelinedCommands()).isEqualTo(before + 1);
    }

    @Test
    void countsConnectionsByAddress() throws Exception {
        String address =
                WORLD.roster().addressesOf(WORLD.host("old.net").orElseThrow()).getFirst();
        long before = lab.counters().smtp().connectionsByAddress().getOrDefault(address, 0L);
        try (Conversation first = with("old.net");
                Conversation second = with("old.net")) {
            first.hear();
            second.hear();
            assertThat(lab.counters().smtp().mostAtOncePerAddress()).isGreaterThanOrEqualTo(2);
        }
        assertThat(lab.counters().smtp().connectionsByAddress()).containsEntry(address, before + 2);
    }

    @Test
    void countsByAddressAndByNetwork() throws Exception {
        try (Conversation first = with("counted.net");
                Conversation second = with("counted-too.net")) {
            first.hear();
            second.hear();
        }
        SmtpCounters counters = lab.counters().smtp();
        // A busy kernel may hand on the new connection before the end of the old one.
        await().until(() -> !counters.addresses().get("127.9.7.1").isPresent());
        try (Conversation third = with("counted.net")) {
            third.hear();
        }

        Crowd address = counters.addresses().get("127.9.7.1");
        Crowd network = counters.networks().get("127.9.7.0/24");
        assertThat(address.connections()).isEqualTo(2);
        assertThat(address.mostAtOnce()).isEqualTo(1);
        assertThat(network.connections()).isEqualTo(3);
        assertThat(network.mostAtOnce()).isEqualTo(2);
        assertThat(network.leastInterval().orElseThrow())
                .isPositive()
                .isLessThan(address.leastInterval().orElseThrow());
    }

    @Test
    void countsHandshakesByAddressAndName() throws Exception {
        handshake("first.shared.net", "second.shared.net").close();
        handshake("first.shared.net", "Second.Shared.Net").close();
        handshake("first.shared.net", "neither.shared.net").close();

        assertThat(lab.counters().smtp().handshakesByName())
                .containsEntry(new SmtpCounters.Handshake("127.9.9.9", "neither.shared.net"), 1L)
                .hasEntrySatisfying(
                        new SmtpCounters.Handshake("127.9.9.9", "second.shared.net"),
                        count -> assertThat(count).isGreaterThanOrEqualTo(2));
    }

    @Test
    void aGreylistLetsInWhoComesBack() throws Exception {
        try (Conversation talk = with(SmtpBehaviour.GREYLIST)) {
            assertThat(talk.hear()).startsWith("220 ");
            assertThat(talk.say("EHLO census.example")).startsWith("451");
            assertThat(talk.say("HELO census.example")).startsWith("451");
        }
        try (Conversation talk = with(SmtpBehaviour.GREYLIST)) {
            assertThat(talk.hear()).startsWith("220 ");
            assertThat(talk.say("EHLO census.example")).contains("250-STARTTLS");
        }
    }

    @Test
    void allNamesBesideAWildcardShowOneCertificate() throws Exception {
        X509Certificate one = leaf("one.customers.net", "one.customers.net");
        assertThat(leaf("two.customers.net", "two.customers.net")).isEqualTo(one);
        assertThat(leaf("one.customers.net", "elsewhere.net")).isEqualTo(one);
        assertThat(one.getSubjectX500Principal().getName()).isEqualTo("CN=*.customers.net");
    }

    @Test
    void speaksTls12WhereTheWorldSaysSo() throws Exception {
        assertThat(handshake("old.net", "old.net").getSession().getProtocol()).isEqualTo("TLSv1.2");
    }

    @Test
    void showsTheCertificateOfTheNamedHostWhereSeveralShareAnAddress() throws Exception {
        assertThat(leaf("first.shared.net", "second.shared.net")
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=second.shared.net");
        assertThat(leaf("first.shared.net", "first.shared.net")
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=first.shared.net");
        assertThat(leaf("first.shared.net", "old.net").getSubjectX500Principal().getName())
                .isEqualTo("CN=first.shared.net");
    }

    @Test
    void standsAtTheIpv6LoopbackWhereTheWorldSaysSo() throws Exception {
        try (Conversation talk = with("six.net")) {
            assertThat(talk.hear()).startsWith("220 six.net");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CA_SIGNED,          true,  2",
        "CA_SIGNED_NO_CHAIN, false, 1",
        "SELF_SIGNED,        false, 1",
        "EXPIRED,            false, 2",
        "WRONG_NAME,         false, 2",
        "WILDCARD,           true,  2",
        "WITH_ROOT,          true,  3",
        "SHUFFLED,           true,  3",
        "UNKNOWN_CA,         false, 2",
        "NOT_YET_VALID,      false, 2",
        "NAMED_ONLY,         true,  2",
    })
    void aClientTrustsWhatTheCaSignedForTheNameInTime(CertificateKind kind, boolean trusted, int length)
            throws Exception {
        String host = kind.id() + ".shows.net";
        assertThat(Conversation.chain(handshake(host, host))).hasSize(length);
        try (Conversation talk = with(host)) {
            talk.hear();
            talk.say("EHLO census.example");
            talk.say("STARTTLS");
            if (trusted) {
                talk.handshakeTrusting(lab, host);
            } else {
                assertThatThrownBy(() -> talk.handshakeTrusting(lab, host)).isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    /// Neither does the whole certificate of [CertificateKind#HUGE] go into an answer, nor does the JDK read all
    /// chains.
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HUGE", "LONG_CHAIN", "MD5"})
    void theTlsaRecordsMatchTheChain(CertificateKind kind) throws Exception {
        String host = kind.id() + ".shows.net";
        List<X509Certificate> chain = Conversation.chain(handshake(host, host));
        X509Certificate leaf = chain.getFirst();
        assertThat(tlsa(host))
                .contains(
                        "3 1 1 " + hash("SHA-256", leaf.getPublicKey().getEncoded()),
                        "3 0 1 " + hash("SHA-256", leaf.getEncoded()),
                        "3 1 2 " + hash("SHA-512", leaf.getPublicKey().getEncoded()),
                        "3 0 0 " + HexFormat.of().formatHex(leaf.getEncoded()));
        if (chain.size() > 1) {
            X509Certificate anchor = chain.get(kind == CertificateKind.SHUFFLED ? 2 : 1);
            assertThat(tlsa(host))
                    .contains(
                            "2 1 1 " + hash("SHA-256", anchor.getPublicKey().getEncoded()),
                            "2 0 1 " + hash("SHA-256", anchor.getEncoded()));
        }
    }

    @Test
    void afterARollOverGoneWrongTheTlsaRecordNamesTheKeyBefore() throws Exception {
        X509Certificate leaf = leaf("rolled.net", "rolled.net");
        assertThat(tlsa("rolled.net"))
                .singleElement()
                .asString()
                .isNotEqualTo("3 1 1 " + hash("SHA-256", leaf.getPublicKey().getEncoded()));
        World before = World.of(HostSpec.of("rolled.net"));
        try (Lab earlier = Lab.start(before, LabOptions.defaults());
                Conversation talk = new Conversation(
                        before.roster().addressesOf(before.hosts().getFirst()).getFirst(), earlier.smtpPort())) {
            talk.hear();
            talk.say("EHLO census.example");
            talk.say("STARTTLS");
            X509Certificate old =
                    Conversation.chain(talk.handshake("rolled.net")).getFirst();
            assertThat(tlsa("rolled.net"))
                    .containsExactly(
                            "3 1 1 " + hash("SHA-256", old.getPublicKey().getEncoded()));
        }
    }

    private static SSLSocket handshake(String host, String sni) throws Exception {
        Conversation talk = with(host);
        talk.hear();
        talk.say("EHLO census.example");
        talk.say("STARTTLS");
        return talk.handshake(sni);
    }

    private static X509Certificate leaf(String host, String sni) throws Exception {
        try (SSLSocket socket = handshake(host, sni)) {
            return Conversation.chain(socket).getFirst();
        }
    }

    private static List<String> tlsa(String host) throws IOException {
        Lookup lookup = new Lookup("_25._tcp." + host + ".", Type.TLSA);
        lookup.setResolver(new SimpleResolver(lab.resolver()));
        lookup.setCache(null);
        return java.util.stream.Stream.of(lookup.run())
                .map(TLSARecord.class::cast)
                .map(tlsa -> tlsa.getCertificateUsage() + " " + tlsa.getSelector() + " " + tlsa.getMatchingType() + " "
                        + HexFormat.of().formatHex(tlsa.getCertificateAssociationData()))
                .toList();
    }

    private static String hash(String algorithm, byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }
}
