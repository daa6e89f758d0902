package org.mxcensus.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.client.Asking;
import org.mxcensus.lab.world.DomainSpec;
import org.mxcensus.lab.world.World;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// A resolver that goes away and comes back while the lab lives.
class OutageTest {
    /// Nothing comes however long one waits.
    private static final int A_MOMENT = 100;

    private final Lab lab =
            Lab.start(World.of(DomainSpec.of("example.nl").withSigned(true).withMx("0 .")), LabOptions.defaults());

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void whileAwayNothingIsAnswered() {
        lab.resolverAway();
        assertThatThrownBy(this::datagram).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(this::stream).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void afterwardsAllIsAnsweredAgain() {
        lab.resolverAway();
        lab.resolverBack();
        assertAnswers(false);
        assertAnswers(true);
    }

    @Test
    void aClosedPortRefuses() {
        lab.resolverClosed();
        assertThatThrownBy(this::datagram).isInstanceOf(PortUnreachableException.class);
        assertThatThrownBy(this::stream).isInstanceOf(ConnectException.class);
    }

    @Test
    void aPortIsOpenedAgainWhereItWas() {
        InetSocketAddress before = lab.resolver();
        for (int i = 0; i < 3; i++) {
            lab.resolverClosed();
            lab.resolverBack();
            assertThat(lab.resolver()).isEqualTo(before);
            assertAnswers(false);
            assertAnswers(true);
        }
    }

    @Test
    void whoIsThereMayComeBackToo() {
        lab.resolverBack();
        assertAnswers(false);
    }

    private void assertAnswers(boolean tcp) {
        SimpleResolver stub = new Asking(lab).stub();
        stub.setTCP(tcp);
        assertThat(Asking.ask(stub, "example.nl.", Type.MX).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    private void datagram() throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(A_MOMENT);
            socket.connect(lab.resolver());
            byte[] query = query();
            socket.send(new DatagramPacket(query, query.length));
            socket.receive(new DatagramPacket(new byte[512], 512));
        }
    }

    private void stream() throws Exception {
        try (Socket socket =
                new Socket(lab.resolver().getAddress(), lab.resolver().getPort())) {
            socket.setSoTimeout(A_MOMENT);
            byte[] query = query();
            socket.getOutputStream().write(new byte[] {0, (byte) query.length});
            socket.getOutputStream().write(query);
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isNotNegative();
        }
    }

    private static byte[] query() throws Exception {
        return Message.newQuery(Record.newRecord(Name.fromString("example.nl."), Type.MX, DClass.IN))
                .toWire();
    }
}
