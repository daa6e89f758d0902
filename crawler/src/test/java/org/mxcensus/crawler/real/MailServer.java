package org.mxcensus.crawler.real;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import org.mxcensus.ledger.Daemon;

/// A server program, serving each setup at a port of its own.
interface MailServer {

    /// Starts to serve. A setup is at the port of the daemon's address plus its ordinal number.
    Daemon start();

    /// Where a setup is served, given the first address.
    static InetSocketAddress at(InetSocketAddress first, Setup setup) {
        return new InetSocketAddress(first.getAddress(), first.getPort() + setup.ordinal());
    }

    /// Whether all of these setups are there.
    static boolean listens(InetSocketAddress first, Set<Setup> setups) {
        return setups.stream().allMatch(setup -> listens(at(first, setup)));
    }

    private static boolean listens(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// `127.1.2.3:2525`.
    static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
