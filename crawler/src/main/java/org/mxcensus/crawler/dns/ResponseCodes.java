package org.mxcensus.crawler.dns;

import java.util.List;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Tells replies that say something about the name from those that do not.
final class ResponseCodes {

    private ResponseCodes() {}

    /// @return the reply as it is where it says what the name holds, a failure otherwise
    static Reply usable(Reply reply) {
        return switch (reply) {
            case Reply.Failed failed -> failed;
            case Reply.Answered answered -> usable(answered);
        };
    }

    private static Reply usable(Reply.Answered answered) {
        Message message = answered.message();
        List<ExtendedError> errors = ExtendedErrors.of(message);
        return switch (message.getRcode()) {
            case Rcode.NOERROR, Rcode.NXDOMAIN -> {
                if (ExtendedErrors.pointToPolicy(errors)) {
                    yield new Reply.Failed(DnsFailure.REFUSED, errors);
                }
                yield isReferral(message) || isAmbiguous(message)
                        ? new Reply.Failed(DnsFailure.MALFORMED, errors)
                        : answered;
            }
            case Rcode.SERVFAIL ->
                new Reply.Failed(ExtendedErrors.pointToDnssec(errors) ? DnsFailure.BOGUS : DnsFailure.SERVFAIL, errors);
            case Rcode.REFUSED, Rcode.NOTIMP, Rcode.NOTAUTH -> new Reply.Failed(DnsFailure.REFUSED, errors);
            // RFC 6672 §2.2: the name that a DNAME leads to would be too long. The chain cannot be followed.
            case Rcode.YXDOMAIN -> new Reply.Failed(DnsFailure.SERVFAIL, errors);
            default -> new Reply.Failed(DnsFailure.MALFORMED, errors);
        };
    }

    /// A server that does not recurse points elsewhere. That is no denial (RFC 2308 §2.2.1).
    private static boolean isReferral(Message message) {
        return message.getRcode() == Rcode.NOERROR
                && message.getSection(Section.ANSWER).isEmpty()
                && message.getSection(Section.AUTHORITY).stream().anyMatch(r -> r.getType() == Type.NS)
                && message.getSection(Section.AUTHORITY).stream().noneMatch(r -> r.getType() == Type.SOA);
    }

    /// A name has one canonical name (RFC 2181 §10.1), and a subtree goes to one place (RFC 6672 §2.4). Nobody can tell
    /// which of several is meant.
    private static boolean isAmbiguous(Message message) {
        List<Record> aliases = message.getSection(Section.ANSWER).stream()
                .filter(r -> r.getType() == Type.CNAME || r.getType() == Type.DNAME)
                .distinct()
                .toList();
        return aliases.size() > 1
                && aliases.stream()
                                .map(r -> new Alias(r.getName(), r.getType()))
                                .distinct()
                                .count()
                        < aliases.size();
    }

    private record Alias(Name owner, int type) {}
}
