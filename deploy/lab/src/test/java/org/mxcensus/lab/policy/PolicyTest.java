package org.mxcensus.lab.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.PolicyBehaviour;
import org.mxcensus.lab.world.Spec;
import org.mxcensus.lab.world.StsSpec;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// The lab's policy hosts, seen by the JDK's TLS.
class PolicyTest {

    private static final String POLICY = "version: STSv1\nmode: enforce\nmx: mx.example.nl\nmax_age: 86400\n";
    private static Lab lab;

    @BeforeAll
    static void start() {
        List<Spec> specs = new ArrayList<>();
        for (PolicyBehaviour behaviour : PolicyBehaviour.values()) {
            specs.add(DomainSpec.of(behaviour.id() + ".nl")
                    .withSts(StsSpec.of("v=STSv1; id=1", POLICY).withBehaviour(behaviour)));
        }
        specs.add(DomainSpec.of("hosted.nl")
                .withSts(StsSpec.of("v=STSv1; id=1", POLICY).withCname("policies.provider.com")));
        specs.add(DomainSpec.of("no-page.nl")
                .withSts(StsSpec.of(List.of("v=STSv1; id=1"), Optional.empty(), PolicyBehaviour.BAD_SYNTAX)));
        lab = Lab.start(World.of(specs), LabOptions.defaults());
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @Test
    void servesThePolicyUnderAValidCertificate() throws Exception {
        long before = lab.counters().policy().requests();
        String response = fetch("ok.nl");
        assertThat(response)
                .startsWith("HTTP/1.1 200")
                .contains("content-type: text/plain")
                .endsWith("\r\n\r\n" + POLICY);
        assertThat(lab.counters().policy().requests()).isEqualTo(before + 1);
    }

    @Test
    void servesAPolicyThatSomebodyElseHosts() throws Exception {
        assertThat(fetch("hosted.nl")).endsWith(POLICY);
    }

    @Test
    void servesOthersAsMuchAsTheyHave() throws Exception {
        assertThat(fetch("no-page.nl")).startsWith("HTTP/1.1 200").contains("It works!");
        assertThat(fetch("wrong-media-type.nl"))
                .contains("content-type: text/html")
                .endsWith(POLICY);
        assertThat(fetch("oversized.nl").length()).isGreaterThan(64 * 1024);
    }

    @ParameterizedTest
    @CsvSource({"not-found, 404", "redirect, 301", "server-error, 500"})
    void answersWithAnotherStatus(String behaviour, String status) throws Exception {
        assertThat(fetch(behaviour + ".nl")).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_CERTIFICATE", "EXPIRED_CERTIFICATE", "SELF_SIGNED", "UNKNOWN_CA", "NO_CHAIN"})
    void showsACertificateThatAClientMustNotAccept(PolicyBehaviour behaviour) {
        assertThatThrownBy(() -> fetch(behaviour.id() + ".nl")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void endsTheHandshakeOrSpeaksSomethingElseAfterIt() throws Exception {
        assertThatThrownBy(() -> fetch("handshake-failed.nl")).isInstanceOf(SSLException.class);
        assertThat(fetch("not-http.nl")).isEqualTo("Who is there?\r\n");
    }

    @Test
    void hasNoAddress() throws Exception {
        assertThat(addresses("mta-sts.no-address.nl")).isEmpty();
    }

    @Test
    void refusesTheConnection() {
        assertThatThrownBy(() -> fetch("refused.nl")).isInstanceOf(ConnectException.class);
    }

    @Test
    void neverSpeaks() throws Exception {
        try (Socket socket = new Socket(addresses("mta-sts.silent.nl").getFirst(), lab.httpsPort())) {
            socket.setSoTimeout(100);
            InputStream in = socket.getInputStream();
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static List<String> addresses(String name) throws IOException {
        Lookup lookup = new Lookup(name + ".", Type.A);
        lookup.setResolver(new SimpleResolver(lab.resolver()));
        lookup.setCache(null);
        Record[] records = lookup.run();
        return records == null
                ? List.of()
                : java.util.stream.Stream.of(records)
                        .map(record -> ((ARecord) record).getAddress().getHostAddress())
                        .toList();
    }

    private static String fetch(String domain) throws Exception {
        String host = "mta-sts." + domain;
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(addresses(host).getFirst(), lab.httpsPort()));
        try (SSLSocket tls =
                (SSLSocket) trustingTheLab().getSocketFactory().createSocket(socket, host, socket.getPort(), true)) {
            tls.setSoTimeout(20_000);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            tls.getOutputStream()
                    .write(("GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(tls.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SSLContext trustingTheLab() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "lab",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new java.io.ByteArrayInputStream(lab.caPem().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
