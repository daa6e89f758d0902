package org.mxcensus.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// A lab as a whole: start, change of the world, end.
class LabTest {

    private static final World BEFORE = World.of(
            DomainSpec.of("example.nl").withMx("10 mx.example.nl"),
            HostSpec.of("mx.example.nl").withAddresses("127.9.8.1"),
            HostSpec.of("leaves.net").withAddresses("127.9.8.2"),
            HostSpec.of("stays.net").withAddresses("127.9.8.3"));
    private static final World AFTER = World.of(
            DomainSpec.of("example.nl").withMx("10 mx2.example.nl"),
            HostSpec.of("mx2.example.nl").withAddresses("127.9.8.4"),
            HostSpec.of("stays.net").withAddresses("127.9.8.3").withSmtp(SmtpBehaviour.DEFERRED));

    @Test
    void becomesAnotherWorldAtTheSamePorts() throws Exception {
        try (Lab lab = Lab.start(BEFORE, LabOptions.defaults())) {
            InetSocketAddress resolver = lab.resolver();
            int smtp = lab.smtpPort();
            int https = lab.httpsPort();
            String ca = lab.caPem();
            String anchor = lab.trustAnchor();
            assertThat(mx(lab)).containsExactly("10 mx.example.nl.");
            assertThat(greeting("127.9.8.2", smtp)).startsWith("220 leaves.net");

            lab.become(AFTER);

            assertThat(mx(lab)).containsExactly("10 mx2.example.nl.");
            assertThat(greeting("127.9.8.3", smtp)).startsWith("421");
            assertThat(greeting("127.9.8.4", smtp)).startsWith("220 mx2.example.nl");
            assertThatThrownBy(() -> greeting("127.9.8.2", smtp)).isInstanceOf(ConnectException.class);
            assertThat(lab.resolver()).isEqualTo(resolver);
            assertThat(lab.smtpPort()).isEqualTo(smtp);
            assertThat(lab.httpsPort()).isEqualTo(https);
            assertThat(lab.caPem()).isEqualTo(ca);
            assertThat(lab.trustAnchor()).isEqualTo(anchor);
            assertThat(lab.world()).isEqualTo(AFTER);
        }
    }

    @Test
    void theSameSeedGivesTheSameCaAndTrustAnchor() {
        try (Lab one = Lab.start(BEFORE, LabOptions.defaults().withSeed(7));
                Lab two = Lab.start(BEFORE, LabOptions.defaults().withSeed(7));
                Lab other = Lab.start(BEFORE, LabOptions.defaults().withSeed(8))) {
            assertThat(one.caPem()).isEqualTo(two.caPem()).isNotEqualTo(other.caPem());
            assertThat(one.trustAnchor()).isEqualTo(two.trustAnchor()).isNotEqualTo(other.trustAnchor());
        }
    }

    @Test
    void closesOnceAndForAllAndLeavesNoThread() throws Exception {
        Lab lab = Lab.start(BEFORE, LabOptions.defaults());
        int smtp = lab.smtpPort();
        greeting("127.9.8.3", smtp);
        List<Thread> own = threads();
        assertThat(own).isNotEmpty();
        lab.close();
        lab.close();
        assertThatThrownBy(() -> greeting("127.9.8.3", smtp)).isInstanceOf(ConnectException.class);
        Awaitility.await().until(() -> own.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void aWorldWithoutHostsIsAWorldToo() throws IOException {
        try (Lab lab =
                Lab.start(World.of(DomainSpec.of("example.nl").withMx("10 mx.example.nl")), LabOptions.defaults())) {
            assertThat(mx(lab)).hasSize(1);
            assertThat(lab.smtpPort()).isZero();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lab-"))
                .toList();
    }

    private static List<String> mx(Lab lab) throws IOException {
        Lookup lookup = new Lookup("example.nl.", Type.MX);
        lookup.setResolver(new SimpleResolver(lab.resolver()));
        lookup.setCache(null);
        return Stream.of(lookup.run()).map(Record::rdataToString).toList();
    }

    private static String greeting(String address, int port) throws IOException {
        try (Socket socket = new Socket(address, port)) {
            socket.setSoTimeout(20_000);
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
