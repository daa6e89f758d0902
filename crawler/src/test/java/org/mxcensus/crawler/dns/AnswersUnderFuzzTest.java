package org.mxcensus.crawler.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.ledger.fuzz.Fuzz;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// Messages of resolvers, changed at random: what the wire format allows becomes an answer, and all else is malformed.
class AnswersUnderFuzzTest {
    private static final Name DOMAIN = Name.fromConstantString("example.nl.");
    private static final Name ALIAS = Name.fromConstantString("alias.example.net.");

    @Test
    void everyMessageIsAnAnswerOrMalformed() throws Exception {
        new Fuzz("dns-messages", messages()).run(input -> {
            Message message;
            try {
                message = new Message(input);
            } catch (IOException | RuntimeException e) {
                // As the transport does with it: malformed.
                return;
            }
            if (message.getHeader().getOpcode() != Opcode.QUERY) {
                // QueryWire drops it. Records of an update may have no data (RFC 2136 §2.4).
                return;
            }
            assertThat(ExtendedErrors.of(message)).isNotNull();
            answers(message, Type.MX, RecordData::exchanges);
            answers(message, Type.A, RecordData::ipv4);
            answers(message, Type.AAAA, RecordData::ipv6);
            answers(message, Type.TXT, RecordData::texts);
            answers(message, Type.TLSA, RecordData::tlsa);
            answers(message, Type.CNAME, RecordData::canonicalName);
        });
    }

    private static <T> void answers(Message message, int type, Function<List<Record>, T> data) {
        Answer<T> answer =
                AnswerReader.read(new Question(DOMAIN, type), message, data, 1).answer();
        assertThat(answer).isNotNull();
    }

    private static List<byte[]> messages() throws IOException {
        List<byte[]> messages = new ArrayList<>();
        messages.add(message(
                new CNAMERecord(DOMAIN, DClass.IN, 60, ALIAS),
                new MXRecord(ALIAS, DClass.IN, 3600, 10, Name.fromConstantString("mx1.example.net.")),
                new MXRecord(ALIAS, DClass.IN, 3600, 20, Name.root)));
        messages.add(message(
                new ARecord(DOMAIN, DClass.IN, 60, InetAddress.getByName("192.0.2.1")),
                new AAAARecord(DOMAIN, DClass.IN, 60, InetAddress.getByName("2001:db8::1"))));
        messages.add(message(
                new TXTRecord(DOMAIN, DClass.IN, 60, List.of("v=STSv1; ", "id=1;")),
                new TLSARecord(DOMAIN, DClass.IN, 60, 3, 1, 1, HexFormat.of().parseHex("ab".repeat(32)))));
        return messages;
    }

    private static byte[] message(Record... answer) {
        Message message = new Message(1);
        message.getHeader().setFlag(Flags.QR);
        message.getHeader().setFlag(Flags.AD);
        message.addRecord(Record.newRecord(DOMAIN, answer[answer.length - 1].getType(), DClass.IN), Section.QUESTION);
        for (Record record : answer) {
            message.addRecord(record, Section.ANSWER);
        }
        message.addRecord(
                new OPTRecord(1232, 0, 0, 0, new ExtendedErrorCodeOption(9, "no SEP matching the DS")),
                Section.ADDITIONAL);
        return message.toWire();
    }
}
