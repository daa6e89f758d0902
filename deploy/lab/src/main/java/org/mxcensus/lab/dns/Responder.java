package org.mxcensus.lab.dns;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mxcensus.lab.stress.Strain;
import org.mxcensus.lab.world.DnsBehaviour;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Turns a query's bytes into the response's.
final class Responder {

    // What responses over UDP may take at most, whatever a client offers (RFC 6891 §6.2.5).
    private static final int LARGEST_DATAGRAM = 4096;
    private static final int SMALLEST_DATAGRAM = 512;
    private static final int OWN_PAYLOAD = 1232;
    private static final int HEADER = 12;

    private final Strain strain;
    private final DnsCounters counters;
    private volatile Zones zones;

    Responder(Zones zones, Strain strain, DnsCounters counters) {
        this.zones = zones;
        this.strain = strain;
        this.counters = counters;
    }

    void become(Zones next) {
        zones = next;
    }

    /// The response, or nothing where the world's answer is silence, or a datagram is lost.
    ///
    /// @param datagram whether the response must fit into one
    Optional<byte[]> respond(byte[] wire, boolean datagram) {
        if (wire.length < HEADER || (wire[2] & 0x80) != 0) {
            return Optional.empty();
        }
        try {
            Message query = new Message(wire);
            Record question = query.getQuestion();
            if (query.getHeader().getOpcode() != Opcode.QUERY) {
                return Optional.of(refusal(query, Rcode.NOTIMP).toWire());
            }
            if (question == null) {
                return Optional.of(refusal(query, Rcode.FORMERR).toWire());
            }
            if (datagram && isLost(question)) {
                return Optional.empty();
            }
            counters.count(question.getName(), question.getType(), datagram);
            if (question.getDClass() != DClass.IN) {
                return Optional.of(refusal(query, Rcode.REFUSED).toWire());
            }
            return datagram && isLost(question) ? Optional.empty() : respond(query, question, datagram);
        } catch (IOException unreadable) {
            return Optional.of(formErr(wire));
        }
    }

    private boolean isLost(Record question) {
        return strain.losesDatagram(question.getName() + " " + question.getType());
    }

    private Optional<byte[]> respond(Message query, Record question, boolean datagram) {
        Resolution resolution = Resolving.resolve(zones, question.getName(), question.getType());
        return switch (resolution.trouble()) {
            case TIMEOUT -> Optional.empty();
            case REFUSED -> Optional.of(refusal(query, Rcode.REFUSED).toWire());
            // RFC 8914 §4.23: no reachable authority.
            case SERVFAIL ->
                Optional.of(refusal(query, Rcode.SERVFAIL, new ExtendedErrorCodeOption(22))
                        .toWire());
            case MALFORMED -> Optional.of(malformed(query));
            case OK -> Optional.of(fit(query, answer(query, question, resolution), datagram));
            case BOGUS, BOGUS_UNEXPLAINED -> Optional.of(fit(query, bogus(query, question, resolution), datagram));
        };
    }

    private Message bogus(Message query, Record question, Resolution resolution) {
        boolean resolver = query.getHeader().getFlag(Flags.RD);
        // RFC 4035 §3.2.2: with CD=1 the client wants to judge for itself.
        if (!resolver || query.getHeader().getFlag(Flags.CD)) {
            return answer(query, question, resolution);
        }
        // RFC 8914 §4.7: DNSSEC bogus.
        return resolution.trouble() == DnsBehaviour.BOGUS
                ? refusal(query, Rcode.SERVFAIL, new ExtendedErrorCodeOption(6, "signature does not verify"))
                : refusal(query, Rcode.SERVFAIL);
    }

    private static Message answer(Message query, Record question, Resolution resolution) {
        Message response = start(query, resolution.rcode());
        boolean signatures = wants(query, ExtendedFlags.DO);
        resolution.answer().forEach(rrset -> add(response, rrset, Section.ANSWER, signatures));
        boolean denials = signatures || question.getType() == Type.NSEC;
        resolution.authority().stream()
                .filter(rrset -> denials || rrset.getType() != Type.NSEC)
                .forEach(rrset -> add(response, rrset, Section.AUTHORITY, signatures));
        if (isAuthentic(query, resolution)) {
            response.getHeader().setFlag(Flags.AD);
        }
        finish(query, response, List.of());
        return response;
    }

    /// RFC 6840 §5.7 and §5.8: AD to those who set DO or AD, and never for what was not validated.
    private static boolean isAuthentic(Message query, Resolution resolution) {
        Header asked = query.getHeader();
        return resolution.secure()
                && resolution.trouble() == DnsBehaviour.OK
                && asked.getFlag(Flags.RD)
                && !asked.getFlag(Flags.CD)
                && (asked.getFlag(Flags.AD) || wants(query, ExtendedFlags.DO));
    }

    private static boolean wants(Message query, int flag) {
        OPTRecord opt = query.getOPT();
        return opt != null && (opt.getFlags() & flag) != 0;
    }

    private static void add(Message response, RRset rrset, int section, boolean signatures) {
        rrset.rrs().forEach(record -> response.addRecord(record, section));
        if (signatures) {
            rrset.sigs().forEach(signature -> response.addRecord(signature, section));
        }
    }

    private static Message refusal(Message query, int rcode, EDNSOption... options) {
        Message response = start(query, rcode);
        finish(query, response, List.of(options));
        return response;
    }

    private static Message start(Message query, int rcode) {
        Message response = new Message(query.getHeader().getID());
        Header header = response.getHeader();
        header.setOpcode(query.getHeader().getOpcode());
        header.setFlag(Flags.QR);
        header.setRcode(rcode);
        if (query.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
            header.setFlag(Flags.RA);
        } else {
            header.setFlag(Flags.AA);
        }
        if (query.getHeader().getFlag(Flags.CD)) {
            header.setFlag(Flags.CD);
        }
        if (query.getQuestion() != null) {
            response.addRecord(query.getQuestion(), Section.QUESTION);
        }
        return response;
    }

    /// RFC 6891 §6.1.1: an OPT record in the response exactly where the query had one.
    private static void finish(Message query, Message response, List<EDNSOption> options) {
        OPTRecord asked = query.getOPT();
        if (asked != null) {
            int flags = asked.getFlags() & ExtendedFlags.DO;
            response.addRecord(new OPTRecord(OWN_PAYLOAD, 0, 0, flags, options), Section.ADDITIONAL);
        }
    }

    private byte[] fit(Message query, Message response, boolean datagram) {
        if (!datagram) {
            return response.toWire(Message.MAXLENGTH);
        }
        OPTRecord opt = query.getOPT();
        int offered = opt == null ? SMALLEST_DATAGRAM : Math.max(SMALLEST_DATAGRAM, opt.getPayloadSize());
        byte[] wire = response.toWire(Math.min(offered, LARGEST_DATAGRAM));
        if ((wire[2] & 0x02) != 0) {
            counters.countTruncated();
        }
        return wire;
    }

    /// Announces an answer and breaks off within it.
    private static byte[] malformed(Message query) {
        byte[] whole = start(query, Rcode.NOERROR).toWire();
        byte[] cut = Arrays.copyOf(whole, whole.length + 3);
        cut[7] = 1;
        cut[whole.length] = (byte) 0xc0;
        cut[whole.length + 1] = HEADER;
        return cut;
    }

    private static byte[] formErr(byte[] query) {
        byte[] response = Arrays.copyOf(query, HEADER);
        response[2] = (byte) (0x80 | (query[2] & 0x79));
        response[3] = Rcode.FORMERR;
        Arrays.fill(response, 4, HEADER, (byte) 0);
        return response;
    }
}
