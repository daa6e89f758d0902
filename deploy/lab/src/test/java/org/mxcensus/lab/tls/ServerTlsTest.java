package org.mxcensus.lab.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.client.Conversation;
import org.mxcensus.lab.net.Transport;
import org.mxcensus.lab.world.CertificateKind;
import org.mxcensus.lab.world.TlsGroup;
import org.mxcensus.lab.world.TlsSupport;

/// One context serves every name, by either library.
class ServerTlsTest {

    private static final Authority AUTHORITY = new Authority(1, Instant.now());

    private final Identities identities = (server, hello) -> hello.serverName()
            .filter(name -> !name.equals("nobody.net"))
            .map(name -> AUTHORITY.identity(name, CertificateKind.CA_SIGNED, 0));

    @Test
    void boringSslIsHere() {
        assertThat(OpenSsl.isAvailable())
                .as(String.valueOf(OpenSsl.unavailabilityCause()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL_REFCNT"})
    void eachNameHasItsOwnCertificate(SslProvider provider) throws Exception {
        try (Transport transport = new Transport();
                ServerTls tls = new ServerTls(identities, provider)) {
            Channel server = listen(transport, tls);
            for (String name : List.of("one.net", "two.net", "ONE.net")) {
                assertThat(subject(server, name)).isEqualTo("CN=" + name.toLowerCase(Locale.ROOT));
            }
            server.close().syncUninterruptibly();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL_REFCNT"})
    void whoHasNoIdentityFailsTheHandshake(SslProvider provider) {
        try (Transport transport = new Transport();
                ServerTls tls = new ServerTls(identities, provider)) {
            Channel server = listen(transport, tls);
            assertThatThrownBy(() -> subject(server, "nobody.net")).isInstanceOf(IOException.class);
            server.close().syncUninterruptibly();
        }
    }

    private static Channel listen(Transport transport, ServerTls tls) {
        return transport
                .server()
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection
                                .pipeline()
                                .addLast(tls.handler("here", TlsSupport.TLS_1_2_AND_1_3, TlsGroup.CLASSIC))
                                .addLast(new Closing());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    /// What fails is over.
    private static final class Closing extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    private static String subject(Channel server, String name) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManager[] trust = Conversation.only(AUTHORITY.rootPem());
        context.init(null, trust, new SecureRandom());
        int port = ((InetSocketAddress) server.localAddress()).getPort();
        try (Socket plain = new Socket("127.0.0.1", port);
                SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, true)) {
            socket.setSoTimeout(20_000);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(name)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }
}
