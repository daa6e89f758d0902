package org.mxcensus.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Listeners with TLS let in who trusts the broker and, where asked, has a password.
class TlsListenersTest {
    private static final String PASSWORD = "keystore-secret";

    @TempDir
    static Path folder;

    private static Path keystore;
    private static Broker broker;

    @BeforeAll
    static void start() throws Exception {
        keystore = Keystores.selfSigned(folder.resolve("broker.p12"), PASSWORD);
        TlsListeners tls = new TlsListeners(keystore, PASSWORD, Map.of("worker", "right=word;"));
        broker = Broker.start(BrokerOptions.in(folder.resolve("kafka")).withTls(tls));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theRightPasswordIsLetIn() throws Exception {
        Clients worker = user("worker", "right=word;");
        worker.createTopic("domains", 1);
        worker.send("domains", "a");

        assertThat(worker.receive("readers", "domains", 1)).containsExactly("a");
    }

    @Test
    void aWrongPasswordIsNot() {
        assertThatThrownBy(() -> topics(user("worker", "wrong")))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void anUnknownUserIsNot() {
        assertThatThrownBy(() -> topics(user("stranger", "right=word;")))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void tlsAloneLetsEverybodyInWhoTrustsTheBroker() throws Exception {
        assertThat(topics(Clients.of(broker.sslBootstrap()).with(trust("SSL")))).isNotNull();
    }

    @Test
    void whoDoesNotTrustTheBrokerStaysAway() {
        Clients distrustful = Clients.of(broker.sslBootstrap()).with(Map.of("security.protocol", "SSL"));

        assertThatThrownBy(() -> topics(distrustful))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new TlsListeners(keystore, PASSWORD, Map.of("worker", "right=word;")))
                .asString()
                .contains("worker")
                .doesNotContain(PASSWORD)
                .doesNotContain("right=word;");
    }

    private static Clients user(String name, String password) {
        return Clients.of(broker.saslBootstrap())
                .with(trust("SASL_SSL"))
                .with(Map.of(
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                                .formatted(name, password)));
    }

    private static Map<String, Object> trust(String protocol) {
        return Map.of(
                "security.protocol",
                protocol,
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.location",
                keystore.toString(),
                "ssl.truststore.password",
                PASSWORD);
    }

    private static Set<String> topics(Clients clients) throws Exception {
        try (Admin admin = Admin.create(clients.settings())) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }
}
