package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mxcensus.crawler.dns.Messages.failed;
import static org.mxcensus.crawler.dns.Messages.found;
import static org.mxcensus.crawler.dns.Messages.secure;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.store.UserError;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/// What a user is told of a resolver before a crawl begins.
class ResolverCheckTest {

    @Test
    void aResolverThatValidatesIsFine() {
        try (ScriptedServer server = ScriptedServer.answering(q -> secure(root(q)));
                Resolver resolver = open(server.address())) {
            assertThat(resolver.check()).isEqualTo(Security.SECURE);
        }
    }

    @Test
    void aResolverThatDoesNotValidateIsTold() {
        try (ScriptedServer server = ScriptedServer.answering(ResolverCheckTest::root);
                Resolver resolver = open(server.address())) {
            assertThat(resolver.check()).isEqualTo(Security.INSECURE);
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

    private static Message root(Message query) {
        return found(query, ". NS a.root-servers.net.");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> complains(InetSocketAddress... servers) {
        try (Resolver resolver = open(servers)) {
            return assertThatThrownBy(resolver::check).isInstanceOf(UserError.class);
        }
    }

    private static Resolver open(InetSocketAddress... servers) {
        return DnsClient.open(
                new ResolverConfig(List.of(servers), false, Optional.empty(), Duration.ofMillis(700), 3, 10),
                Clock.systemUTC());
    }
}
