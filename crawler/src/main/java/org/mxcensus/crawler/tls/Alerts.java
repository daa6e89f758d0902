package org.mxcensus.crawler.tls;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.tls.AlertDescription;

/// The names of the alerts that peers send (RFC 8446 §6).
public final class Alerts {

    /// BoringSSL writes `error:10000410:SSL routines:OPENSSL_internal:SSLV3_ALERT_HANDSHAKE_FAILURE`: the reason is the
    /// alert's number and a thousand. Its names are not those of the standards, and it has none for some alerts.
    private static final Pattern BORING = Pattern.compile("error:([0-9a-fA-F]{8}):");

    private static final Pattern JDK = Pattern.compile("Received fatal alert: ([a-z0-9_]+)");
    private static final int FIRST_REASON = 1000;

    private Alerts() {}

    /// @param message what a library says of a failure
    /// @return the alert, if that is what it says
    static Optional<String> in(String message) {
        Matcher jdk = JDK.matcher(message);
        if (jdk.find()) {
            return Optional.of(jdk.group(1));
        }
        Matcher boring = BORING.matcher(message);
        if (!boring.find()) {
            return Optional.empty();
        }
        int number = (Integer.parseUnsignedInt(boring.group(1), 16) & 0xfff) - FIRST_REASON;
        return number < 0 || number > 255 ? Optional.empty() : Optional.of(name(number));
    }

    /// @return the name; the number, `alert_200`, where the standards have none
    public static String name(int number) {
        String name = AlertDescription.getName((short) number);
        return name.equals("UNKNOWN") ? "alert_" + number : name;
    }
}
