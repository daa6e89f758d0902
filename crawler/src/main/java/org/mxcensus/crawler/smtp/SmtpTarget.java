package org.mxcensus.crawler.smtp;

import org.mxcensus.crawler.pace.Network;

/// An address of an MX host, to be probed.
///
/// @param network the /24 or /48 of the address, which is the key of the queue
/// @param ip the address as text
/// @param host the MX host
/// @param sni the server name to send in the handshake (RFC 7672 §8.1): the TLSA base domain, else the host
/// @param hasTlsa whether the host has usable TLSA records, so that its handshake is never taken over from another
///     name
public record SmtpTarget(String network, String ip, String host, String sni, boolean hasTlsa) {

    /// The network follows from the address.
    public static SmtpTarget of(String ip, String host, String sni, boolean hasTlsa) {
        return new SmtpTarget(Network.of(ip), ip, host, sni, hasTlsa);
    }
}
