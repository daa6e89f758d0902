package org.mxcensus.crawler.pace;

import java.net.InetAddress;

/// Permits for tests that connect to loopback without a gate before them.
public final class Permits {

    private Permits() {}

    public static Permit forAddress(InetAddress address) throws InterruptedException {
        return switch (lab().admit("test", address)) {
            case Admission.Granted(Permit permit) -> permit;
            case Admission.Refused refused -> throw new AssertionError(refused);
        };
    }

    /// A gate with leave to contact loopback.
    public static Gate lab() {
        return new Gate(new Guard(true), OptOut.NOBODY, new Pace(PaceLimits.LAB));
    }
}
