package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mxcensus.crawler.dns.Messages.failed;
import static org.mxcensus.crawler.dns.Messages.found;
import static org.mxcensus.crawler.dns.Messages.secure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/// What a user is told of a resolver before a crawl begins.
class ResolverCheckTest {

    @TempDir
    private Path folder;

    @Test
    void aResolverThatValidatesIsFine() {
        try (ScriptedServer server = ScriptedServer.answering(q -> secure(root(q)));
                Resolver resolver = open(server.address())) {
            assertThat(resolver.check()).isEqualTo(new ResolverReport(Security.SECURE, List.of()));
        }
    }

    @Test
    void aResolverThatDoesNotValidateIsTold() {
        try (ScriptedServer server = ScriptedServer.answering(ResolverCheckTest::root);
                Resolver resolver = open(server.address())) {
            ResolverReport report = resolver.check();
            assertThat(report.root()).isEqualTo(Security.INSECURE);
            assertThat(report.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("The resolver 127.0.0.1:" + server.address().getPort() + " does not validate")
                    .contains(
                            "give one that validates with --resolver", "or the root's DS records with --trust-anchor");
        }
    }

    @Test
    void ofSeveralTheOneIsNamedThatDoesNotValidate() {
        try (ScriptedServer one = ScriptedServer.answering(q -> secure(root(q)));
                ScriptedServer other = ScriptedServer.answering(ResolverCheckTest::root);
                Resolver resolver = open(one.address(), other.address())) {
            assertThat(resolver.check().root()).isEqualTo(Security.INSECURE);
            assertThat(resolver.check().warnings())
                    .singleElement()
                    .asString()
                    .contains(":" + other.address().getPort() + " does not validate")
                    .doesNotContain(":" + one.address().getPort());
        }
    }

    @Test
    void whoValidatesHereNeedsNoResolverThatDoes() {
        assertThat(checkOfValidation(true, "2026-11-24").run())
                .isEqualTo(new ResolverReport(Security.SECURE, List.of()));
    }

    @Test
    void keysThatTheRootMayHaveLeftAreTold() {
        assertThat(checkOfValidation(true, "2028-04-11").run().warnings()).isEmpty();
        assertThat(checkOfValidation(true, "2028-04-12").run().warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "The root's keys that this program carries are those of 2026-10-11, more than 18 months ago")
                .contains("with --trust-anchor FILE");
    }

    @Test
    void aRootThatCannotBeValidatedMayHaveOtherKeys() {
        assertThatThrownBy(() -> checkOfValidation(false, "2026-11-24").run())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot be validated (BOGUS): check this machine's clock (2026-11-24T00:00:00Z)")
                .hasMessageContaining("other keys than this program carries, those of 2026-10-11");
    }

    @Test
    void anchorsOfAnotherZoneAreTold() throws IOException {
        Path anchor = Files.writeString(folder.resolve("anchor"), "nl. IN DS 1 13 2 " + "00".repeat(32) + "\n");
        try (ScriptedServer server = ScriptedServer.answering(ResolverCheckTest::root);
                Resolver resolver = open(Optional.of(anchor), Duration.ofSeconds(15), server.address())) {
            ResolverReport report = resolver.check();
            assertThat(report.root()).isEqualTo(Security.INSECURE);
            assertThat(report.warnings()).singleElement().asString().contains("say nothing of the root");
        }
    }

    @Test
    void aSilentResolverIsNamed() {
        try (ScriptedServer server = ScriptedServer.start(q -> List.of())) {
            complains(server.address())
                    .hasMessage("The resolver 127.0.0.1:" + server.address().getPort()
                            + " does not answer; give another with --resolver HOST:PORT.");
        }
    }

    @Test
    void aSilentResolverIsNamedThoughAnotherAnswers() {
        try (ScriptedServer silent = ScriptedServer.start(q -> List.of());
                ScriptedServer server = ScriptedServer.answering(ResolverCheckTest::root)) {
            complains(server.address(), silent.address())
                    .hasMessageContaining("127.0.0.1:" + silent.address().getPort() + " does not answer");
        }
    }

    @Test
    void aResolverThatIsNotThereIsNamed() {
        InetSocketAddress gone;
        try (ScriptedServer server = ScriptedServer.start(q -> List.of())) {
            gone = server.address();
        }
        complains(gone).hasMessageContaining(gone.getPort() + " cannot be reached; give another");
    }

    @Test
    void aResolverThatRefusesIsNamed() {
        try (ScriptedServer server = ScriptedServer.answering(q -> failed(q, Rcode.REFUSED))) {
            complains(server.address()).hasMessageContaining("answers REFUSED when asked for the root's name servers");
        }
    }

    @Test
    void aResolverThatTalksNonsenseIsNamed() {
        try (ScriptedServer server = ScriptedServer.start(q -> List.of(q.toWire()))) {
            complains(server.address()).hasMessageContaining("gives answers that cannot be read");
        }
    }

    @Test
    void anAuthoritativeServerIsNoResolver() {
        try (ScriptedServer server = ScriptedServer.answering(q -> {
            Message m = root(q);
            m.getHeader().unsetFlag(Flags.RA);
            return m;
        })) {
            complains(server.address()).hasMessageContaining("it is no recursive resolver");
        }
    }

    /// The check of a resolver that is not believed, on a day, with the shipped anchors.
    ///
    /// @param valid what validation of the root comes to
    private static ResolverCheck checkOfValidation(boolean valid, String day) {
        Exchange validation = (question, tally) ->
                valid ? new Reply.Answered(secure(root(new Message()))) : new Reply.Failed(DnsFailure.BOGUS);
        ResolverConfig elsewhere = ResolverConfig.of(List.of(new InetSocketAddress("192.0.2.53", 53)));
        Clock clock = Clock.fixed(Instant.parse(day + "T00:00:00Z"), ZoneOffset.UTC);
        return new ResolverCheck(List.of(), validation, elsewhere, clock);
    }

    private static Message root(Message query) {
        return found(query, ". NS a.root-servers.net.");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> complains(InetSocketAddress... servers) {
        try (Resolver resolver = open(Optional.empty(), Duration.ofSeconds(2), servers)) {
            return assertThatThrownBy(resolver::check).isInstanceOf(UserError.class);
        }
    }

    /// A client that is as patient as may be: this machine may be busy.
    private static Resolver open(InetSocketAddress... servers) {
        return open(Optional.empty(), Duration.ofSeconds(15), servers);
    }

    private static Resolver open(Optional<Path> anchor, Duration timeout, InetSocketAddress... servers) {
        return DnsClient.open(new ResolverConfig(List.of(servers), false, anchor, timeout, 3, 10), Clock.systemUTC());
    }
}
