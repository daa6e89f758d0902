package org.mxcensus.crawler.dns;

import io.netty.buffer.ByteBuf;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// A question as bytes, and the test whether a message answers it. The id is chosen when it is sent.
final class QueryWire {

    /// What a path without fragments carries nearly everywhere (DNS flag day 2020).
    private static final int UDP_PAYLOAD = 1232;

    private static final int FLAGS = 2;
    private static final int QDCOUNT = 4;
    private static final int TYPE_AND_CLASS = 4;

    private final byte[] bytes;
    private final int nameEnd;

    private QueryWire(byte[] bytes, int nameLength) {
        this.bytes = bytes;
        this.nameEnd = Header.LENGTH + nameLength;
    }

    static QueryWire of(Question question) {
        Message message = Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
        if (question.checkingDisabled()) {
            message.getHeader().setFlag(Flags.CD);
        }
        // RFC 6891 §6.1.1, RFC 3225 §3: DO asks for signatures, and for the AD bit.
        message.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
        return new QueryWire(message.toWire(), question.name().length());
    }

    int length() {
        return bytes.length;
    }

    void writeTo(ByteBuf out, int id) {
        out.writeShort(id).writeBytes(bytes, 2, bytes.length - 2);
    }

    /// Whether a message is a response to this very question (RFC 5452 §9.1). The id has been compared before.
    boolean isAnsweredBy(ByteBuf message) {
        int start = message.readerIndex();
        int end = nameEnd + TYPE_AND_CLASS;
        if (message.readableBytes() < end
                || !isResponse(message.getUnsignedShort(start + FLAGS))
                || message.getUnsignedShort(start + QDCOUNT) != 1) {
            return false;
        }
        for (int i = Header.LENGTH; i < end; i++) {
            byte theirs = message.getByte(start + i);
            // RFC 4343 §3: names compare without regard to case; a length octet is below every letter.
            boolean same = i < nameEnd ? lower(theirs) == lower(bytes[i]) : theirs == bytes[i];
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isResponse(int flags) {
        int qr = flags >>> 15;
        int opcode = flags >>> 11 & 0xF;
        return qr == 1 && opcode == 0;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}
