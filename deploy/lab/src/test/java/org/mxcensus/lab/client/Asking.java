package org.mxcensus.lab.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.mxcensus.lab.Lab;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.ValidatingResolver;

/// Asks a lab questions, as clients do.
public final class Asking {

    private final Lab lab;

    public Asking(Lab lab) {
        this.lab = lab;
    }

    /// A stub resolver that wants DNSSEC.
    public SimpleResolver stub() {
        SimpleResolver stub = new SimpleResolver(lab.resolver());
        stub.setEDNS(0, 1232, ExtendedFlags.DO, List.of());
        stub.setTimeout(Duration.ofSeconds(10));
        return stub;
    }

    /// A validator of its own that starts from the lab's trust anchor.
    public ValidatingResolver validator() {
        ValidatingResolver validator = new ValidatingResolver(stub());
        try {
            validator.loadTrustAnchors(
                    new ByteArrayInputStream(lab.trustAnchor().getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return validator;
    }

    public static Message ask(Resolver resolver, String name, int type, int... flags) {
        try {
            Message query = Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN));
            for (int flag : flags) {
                query.getHeader().setFlag(flag);
            }
            return resolver.send(query);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static boolean isAuthentic(Message response) {
        return response.getHeader().getFlag(Flags.AD);
    }

    public static List<String> data(Message response, int type) {
        return response.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type)
                .map(Record::rdataToString)
                .sorted()
                .toList();
    }

    public static OptionalInt extendedError(Message response) {
        return response.getOPT() == null
                ? OptionalInt.empty()
                : response.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
                        .mapToInt(option -> ((ExtendedErrorCodeOption) option).getErrorCode())
                        .findFirst();
    }

    /// Why the validator came to its result.
    public static String reason(Message response) {
        return response.getSection(Section.ADDITIONAL).stream()
                .filter(record -> record.getType() == Type.TXT
                        && record.getDClass() == ValidatingResolver.VALIDATION_REASON_QCLASS)
                .map(Record::rdataToString)
                .findFirst()
                .orElse("");
    }
}
