package org.mxcensus.crawler.preflight;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.pace.Guard;
import org.mxcensus.crawler.pace.Literal;

/// Which addresses others see us at.
///
/// @param known those
/// @param hidden private ones of this machine, behind which somebody translates: what others see cannot be told here
record OwnAddresses(List<InetAddress> known, List<InetAddress> hidden) {

    /// For documentation (RFC 5737, RFC 3849): on the way to the internet, and nobody's.
    private static final List<InetAddress> ANYWHERE =
            List.of(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("2001:db8::1"));

    private static final int ANY_PORT = 25;

    OwnAddresses {
        known = List.copyOf(known);
        hidden = List.copyOf(hidden);
    }

    /// What the operator says, or else the addresses that this machine would send from. Nothing is sent: a datagram
    /// socket that is connected only asks the system for the way.
    ///
    /// @param given by the operator
    /// @param destinations whom we would call at, those of a lab; others of the internet are as good
    /// @param guard tells which addresses the world can see
    static OwnAddresses find(List<InetAddress> given, List<InetAddress> destinations, Guard guard) {
        if (!given.isEmpty()) {
            return new OwnAddresses(given, List.of());
        }
        List<InetAddress> known = new ArrayList<>();
        List<InetAddress> hidden = new ArrayList<>();
        for (InetAddress destination : destinations.isEmpty() ? ANYWHERE : destinations) {
            towards(destination).ifPresent(own -> (guard.refusal(own).isEmpty() ? known : hidden).add(own));
        }
        return new OwnAddresses(
                known.stream().distinct().toList(), hidden.stream().distinct().toList());
    }

    private static Optional<InetAddress> towards(InetAddress destination) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(destination, ANY_PORT));
            InetAddress own = socket.getLocalAddress();
            return own.isAnyLocalAddress() ? Optional.empty() : Optional.of(own);
        } catch (SocketException | UncheckedIOException e) {
            // No way there: we have no address of that family.
            return Optional.empty();
        }
    }

    /// Whether we may call from an address of the other's family; without knowledge, everything may be.
    boolean reaches(InetAddress other) {
        List<InetAddress> all = new ArrayList<>(known);
        all.addAll(hidden);
        return all.isEmpty() || all.stream().anyMatch(own -> own.getAddress().length == other.getAddress().length);
    }

    /// As text, for a sentence.
    static String text(List<InetAddress> addresses) {
        return String.join(", ", addresses.stream().map(Literal::text).toList());
    }
}
