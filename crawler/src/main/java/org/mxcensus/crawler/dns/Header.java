package org.mxcensus.crawler.dns;

import io.netty.buffer.ByteBuf;
import org.xbill.DNS.Rcode;

/// What the first twelve bytes of a response say (RFC 1035 §4.1.1), without reading on.
final class Header {
    static final int LENGTH = 12;

    private static final int TC = 0x02;
    private static final int RCODE = 0x0F;

    private Header() {}

    /// Whether the answer did not fit the datagram.
    static boolean isCut(byte[] message) {
        return (message[2] & TC) != 0;
    }

    /// Whether it says nothing of the name, so that another resolver may say more.
    static boolean isComplaint(ByteBuf message) {
        return switch (message.getByte(message.readerIndex() + 3) & RCODE) {
            case Rcode.FORMERR, Rcode.SERVFAIL, Rcode.NOTIMP, Rcode.REFUSED, Rcode.NOTAUTH -> true;
            default -> false;
        };
    }

    static boolean isServfail(byte[] message) {
        return (message[3] & RCODE) == Rcode.SERVFAIL;
    }
}
