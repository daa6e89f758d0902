package org.mxcensus.crawler.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Answers to queries, in few words.
public final class Messages {

    private Messages() {}

    /// NOERROR with these answer records, each `owner type rdata`.
    public static Message found(Message query, String... records) {
        Message message = reply(query, Rcode.NOERROR);
        for (String record : records) {
            message.addRecord(record(record), Section.ANSWER);
        }
        return message;
    }

    public static Message secure(Message message) {
        message.getHeader().setFlag(Flags.AD);
        return message;
    }

    /// NOERROR or NXDOMAIN without an answer, with the SOA of a denial (RFC 2308 §2).
    public static Message denied(Message query, int rcode, String... aliases) {
        Message message = found(query, aliases);
        message.getHeader().setRcode(rcode);
        message.addRecord(
                record("example. SOA ns.example. hostmaster.example. 1 3600 600 86400 300"), Section.AUTHORITY);
        return message;
    }

    public static Message failed(Message query, int rcode, ExtendedErrorCodeOption... errors) {
        Message message = reply(query, rcode);
        if (errors.length > 0) {
            List<EDNSOption> options = new ArrayList<>(List.of(errors));
            message.addRecord(new OPTRecord(1232, 0, 0, 0, options), Section.ADDITIONAL);
        }
        return message;
    }

    public static Message truncated(Message query) {
        Message message = reply(query, Rcode.NOERROR);
        message.getHeader().setFlag(Flags.TC);
        return message;
    }

    public static Message referral(Message query) {
        Message message = reply(query, Rcode.NOERROR);
        message.addRecord(record("example. NS ns.example."), Section.AUTHORITY);
        return message;
    }

    public static Message reply(Message query, int rcode) {
        Message message = new Message(query.getHeader().getID());
        message.getHeader().setFlag(Flags.QR);
        message.getHeader().setFlag(Flags.RD);
        message.getHeader().setFlag(Flags.RA);
        message.getHeader().setRcode(rcode);
        message.addRecord(query.getQuestion(), Section.QUESTION);
        return message;
    }

    public static boolean checkingDisabled(Message query) {
        return query.getHeader().getFlag(Flags.CD);
    }

    /// @param text `owner type rdata`
    static Record record(String text) {
        return record(text, 300);
    }

    static Record record(String text, long ttl) {
        String[] parts = text.split(" ", 3);
        try {
            return Record.fromString(name(parts[0]), Type.value(parts[1]), DClass.IN, ttl, parts[2], Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Name name(String text) {
        return Names.parse(text).orElseThrow();
    }
}
