package org.mxcensus.crawler.dns;

import org.jspecify.annotations.Nullable;

/// What an answer tells of the resolver and of the way to it. Belongs to the event loop.
final class Evidence {

    private Evidence() {}

    /// @param answered the datagram that was answered just now, for the first time
    static void take(Transmission answered, boolean isComplaint, long now) {
        Server server = answered.server();
        long time = now - answered.sentAt();
        server.health().answered(isComplaint, now);
        server.roundTrip().answered(time, now);
        server.window().answered(time, now);
        if (answered.takeBack()) {
            server.roundTrip().wasImpatient();
        }
        Flight flight = answered.flight();
        if (flight != null) {
            compare(answered, flight.last());
        }
    }

    /// What was sent earlier to the same resolver and is not answered is lost, as far as one can tell by now.
    /// What was sent later was sent in vain: the answer was slow.
    private static void compare(Transmission answered, @Nullable Transmission last) {
        boolean isEarlier = false;
        for (Transmission other = last; other != null; other = other.earlier()) {
            if (other == answered) {
                isEarlier = true;
            } else if (other.server() == answered.server()) {
                if (isEarlier) {
                    other.takeForLost();
                } else {
                    answered.server().roundTrip().wasImpatient();
                }
            }
        }
    }
}
