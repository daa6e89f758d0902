package org.mxcensus.lab.ca;

import java.util.Base64;

/// DER as text (RFC 7468).
final class Pem {

    private static final int COLUMNS = 64;

    private Pem() {}

    static String text(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }
}
