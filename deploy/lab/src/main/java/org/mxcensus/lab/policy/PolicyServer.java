package org.mxcensus.lab.policy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.net.FirstBytes;
import org.mxcensus.lab.net.Listeners;
import org.mxcensus.lab.net.Resetting;
import org.mxcensus.lab.net.Transport;
import org.mxcensus.lab.stress.Strain;
import org.mxcensus.lab.tls.ServerTls;
import org.mxcensus.lab.world.TlsGroup;
import org.mxcensus.lab.world.TlsSupport;
import org.mxcensus.lab.world.World;

/// All policy hosts of the lab, at one port of a few addresses.
public final class PolicyServer implements AutoCloseable {

    private static final int LARGEST_REQUEST = 64 * 1024;

    private final PolicyCounters counters = new PolicyCounters();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ServerTls tls = new ServerTls((address, hello) -> hosts().find(address, hello));
    private final Strain strain;
    private final Listeners listeners;
    private volatile PolicyHosts hosts;

    /// @param port the common port, or 0 for a free one
    public PolicyServer(Transport transport, World world, Authority authority, Strain strain, int port) {
        this.strain = strain;
        hosts = new PolicyHosts(world, authority);
        listeners = new Listeners(transport.server().childHandler(new Connections()), port);
        listeners.listenAt(PolicyAddresses.listening());
    }

    public int port() {
        return listeners.port();
    }

    public PolicyCounters counters() {
        return counters;
    }

    /// Serves another world from now on, at the same port.
    public void become(World next, Authority authority) {
        hosts = new PolicyHosts(next, authority);
    }

    @Override
    public void close() {
        listeners.close();
        connections.close().awaitUninterruptibly();
        tls.close();
    }

    private PolicyHosts hosts() {
        return hosts;
    }

    private final class Connections extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel connection) {
            connections.add(connection);
            InetSocketAddress here = (InetSocketAddress) connection.localAddress();
            String address = here.getAddress().getHostAddress();
            if (address.equals(PolicyAddresses.SILENT)) {
                return;
            }
            Optional<PolicyStage> reset = strain.reset(address, List.of(PolicyStage.values()));
            if (reset.filter(PolicyStage.HANDSHAKE::equals).isPresent()) {
                connection.pipeline().addLast(new FirstBytes(() -> Resetting.reset(connection)));
                return;
            }
            connection
                    .pipeline()
                    .addLast(tls.handler(address, TlsSupport.TLS_1_2_AND_1_3, TlsGroup.CLASSIC))
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpObjectAggregator(LARGEST_REQUEST))
                    .addLast(new PolicyRequests(hosts, reset, () -> strain.hasTooManyRequests(address), counters));
        }
    }
}
