package org.mxcensus.lab.smtp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mxcensus.lab.ca.Authority;
import org.mxcensus.lab.net.Listeners;
import org.mxcensus.lab.net.Transport;
import org.mxcensus.lab.stress.Strain;
import org.mxcensus.lab.tls.ServerTls;
import org.mxcensus.lab.world.HostSpec;
import org.mxcensus.lab.world.SmtpBehaviour;
import org.mxcensus.lab.world.Stage;
import org.mxcensus.lab.world.World;

/// All mail servers of the lab.
public final class SmtpServers implements AutoCloseable {

    // RFC 5321 §4.5.3.1.4 asks for 512; extensions may add to it.
    private static final int LONGEST_LINE = 2048;

    private final SmtpCounters counters = new SmtpCounters(this::domainOf);
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ServerTls tls = new ServerTls((address, hello) -> hosts().find(address, hello));
    private final Strain strain;
    private final Share share;
    private final Listeners listeners;
    private volatile MailHosts hosts;

    /// @param port the common port, or 0 for one that is free at all the world's addresses
    public SmtpServers(Transport transport, World world, Authority authority, Strain strain, Share share, int port) {
        this.strain = strain;
        this.share = share;
        hosts = new MailHosts(world, authority);
        listeners = new Listeners(transport.server().childHandler(new Connections()), port);
        listen();
    }

    public int port() {
        return listeners.port();
    }

    public SmtpCounters counters() {
        return counters;
    }

    /// Serves another world from now on, at the same port; conversations go on.
    public void become(World next, Authority authority) {
        hosts = new MailHosts(next, authority);
        listen();
    }

    private void listen() {
        listeners.listenAt(hosts.listening().stream().filter(share::has).toList());
    }

    @Override
    public void close() {
        listeners.close();
        connections.close().awaitUninterruptibly();
        tls.close();
    }

    private MailHosts hosts() {
        return hosts;
    }

    /// In a world, the last two labels of a host's name.
    private String domainOf(String address) {
        String host = hosts.at(address).map(HostSpec::name).orElse(address);
        return host.substring(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
    }

    private static String addressOf(Channel connection) {
        InetAddress address = ((InetSocketAddress) connection.localAddress()).getAddress();
        return address.getAddress().length == 16 ? "::1" : address.getHostAddress();
    }

    /// What becomes of a part under stress.
    private Script strained(Script script, String address) {
        Script limited = strain.turnsAway(address) ? turningAway(script, strain.turnsAwayAtOnce(address)) : script;
        return strain.reset(address, List.of(Stage.values()))
                .map(stage -> limited.with(stage, new Turn.Reset()))
                .orElse(limited);
    }

    private static Script turningAway(Script script, boolean atOnce) {
        return atOnce
                ? script.with(Stage.GREETING, new Turn.TurnAway("421 4.7.0 %s is called too often"))
                : script.with(Stage.EHLO, new Turn.Say("450 4.7.1 you call too often"));
    }

    private final class Connections extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel connection) {
            String address = addressOf(connection);
            MailHosts met = hosts;
            Optional<HostSpec> host = met.at(address);
            if (host.isEmpty()) {
                connection.close();
                return;
            }
            SmtpBehaviour behaviour =
                    met.meet(address, host.get(), ((InetSocketAddress) connection.remoteAddress()).getAddress());
            connections.add(connection);
            connection
                    .pipeline()
                    .addLast(new Presence(address, counters))
                    .addLast(new LineBasedFrameDecoder(LONGEST_LINE))
                    .addLast(new StringDecoder(StandardCharsets.ISO_8859_1))
                    .addLast(new Dialogue(
                            address,
                            host.get(),
                            strained(Script.of(host.get().smtp(), behaviour), address),
                            tls,
                            counters));
        }
    }
}
