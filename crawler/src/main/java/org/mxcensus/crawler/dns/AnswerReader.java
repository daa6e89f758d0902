package org.mxcensus.crawler.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.Security;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Reads what a usable message says about the question.
final class AnswerReader {

    /// The chain of aliases in a message.
    ///
    /// @param end where it leads
    /// @param ttl the smallest on the way; the largest number where there is no alias
    private record Chain(List<Name> aliases, Name end, long ttl) {}

    private AnswerReader() {}

    /// @param message NOERROR or NXDOMAIN, its AD bit to be believed
    /// @param data makes the data of the records that were asked for
    static <T> Lookup<T> read(Question question, Message message, Function<List<Record>, T> data, int queries) {
        Optional<Chain> followed = follow(question, message.getSection(Section.ANSWER));
        if (followed.isEmpty()) {
            return new Lookup<>(new Answer.Failed<>(DnsFailure.MALFORMED), List.of(), queries);
        }
        Chain chain = followed.get();
        Security security = message.getHeader().getFlag(Flags.AD) ? Security.SECURE : Security.INSECURE;
        List<Record> records = message.getSection(Section.ANSWER).stream()
                .filter(r -> r.getType() == question.type() && r.getName().equals(chain.end()))
                .toList();
        List<String> aliases = chain.aliases().stream().map(Names::text).toList();
        return new Lookup<>(answer(message, records, chain, security, data), aliases, queries);
    }

    /// The canonical names that the answer leads through, in order; none where it runs in a circle.
    static List<Name> aliases(Question question, Message message) {
        return follow(question, message.getSection(Section.ANSWER))
                .map(Chain::aliases)
                .orElse(List.of());
    }

    private static <T> Answer<T> answer(
            Message message, List<Record> records, Chain chain, Security security, Function<List<Record>, T> data) {
        // RFC 6604 §3: the response code is about the end of the chain.
        if (message.getRcode() == Rcode.NXDOMAIN) {
            return new Answer.NxDomain<>(security);
        }
        if (records.isEmpty()) {
            return new Answer.NoData<>(security);
        }
        long ttl = records.stream().mapToLong(Record::getTTL).reduce(chain.ttl(), Math::min);
        return new Answer.Found<>(data.apply(records), security, ttl);
    }

    /// RFC 1034 §3.6.2. A DNAME comes with the CNAME made from it (RFC 6672 §3.1), so nothing else is
    /// to be followed.
    ///
    /// @return empty where the chain runs in a circle
    private static Optional<Chain> follow(Question question, List<Record> answer) {
        Name at = question.name();
        List<Name> aliases = new ArrayList<>();
        long ttl = Long.MAX_VALUE;
        Set<Name> visited = new HashSet<>(Set.of(at));
        while (question.type() != Type.CNAME) {
            Optional<CNAMERecord> alias = aliasAt(at, answer);
            if (alias.isEmpty()) {
                break;
            }
            at = alias.get().getTarget();
            if (!visited.add(at)) {
                return Optional.empty();
            }
            aliases.add(at);
            ttl = Math.min(ttl, alias.get().getTTL());
        }
        return Optional.of(new Chain(aliases, at, ttl));
    }

    private static Optional<CNAMERecord> aliasAt(Name name, List<Record> answer) {
        return answer.stream()
                .filter(r -> r.getType() == Type.CNAME && r.getName().equals(name))
                .map(CNAMERecord.class::cast)
                .findFirst();
    }
}
