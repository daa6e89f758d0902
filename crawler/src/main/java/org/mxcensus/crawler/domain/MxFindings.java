package org.mxcensus.crawler.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.crawler.dns.Lookup;
import org.mxcensus.datasets.observation.Answer;
import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.observation.ExtendedError;
import org.mxcensus.datasets.observation.MailExchange;
import org.mxcensus.datasets.observation.MxOutcome;
import org.mxcensus.datasets.observation.Security;

/// Where mail for a domain goes, by its MX RRset and, where there is none, its addresses.
final class MxFindings {

    private MxFindings() {}

    /// Whether the domain itself does not exist, and so nothing below it either (RFC 8020 §2). An alias exists,
    /// wherever it leads.
    static boolean domainIsMissing(Lookup<List<MailExchange>> mx) {
        return mx.answer() instanceof Answer.NxDomain && mx.aliases().isEmpty();
    }

    /// Whether the addresses of the domain matter: only where it is certain that there is no MX (RFC
    /// 5321 §5.1).
    static boolean addressesMatter(Lookup<List<MailExchange>> mx) {
        return mx.answer() instanceof Answer.NoData;
    }

    /// @param addresses the domain's own, both families; empty where they were not asked for
    static MxOutcome outcome(Lookup<List<MailExchange>> mx, List<Answer<List<String>>> addresses) {
        return switch (mx.answer()) {
            case Answer.Found<List<MailExchange>>(List<MailExchange> exchanges, Security security, long ttl) ->
                hosts(exchanges, security, ttl);
            case Answer.NoData<List<MailExchange>>(Security security) -> withoutMx(security, addresses);
            // The end of a chain of aliases does not exist: the domain does, without MX and
            // addresses (RFC 6604 §3).
            case Answer.NxDomain<List<MailExchange>>(Security security) ->
                domainIsMissing(mx) ? new MxOutcome.NxDomain(security) : new MxOutcome.NoMail(security);
            case Answer.Failed<List<MailExchange>>(DnsFailure failure, List<ExtendedError> errors) ->
                new MxOutcome.Unmeasured(failure, errors);
        };
    }

    /// RFC 7505 §3: a null MX stands alone.
    private static MxOutcome hosts(List<MailExchange> exchanges, Security security, long ttl) {
        boolean hasNull = exchanges.stream().anyMatch(x -> x.host().isEmpty());
        if (!hasNull) {
            return new MxOutcome.Hosts(exchanges, security, ttl);
        }
        return exchanges.size() == 1
                ? new MxOutcome.NullMx(security, ttl)
                : new MxOutcome.NullMxMixed(exchanges, security, ttl);
    }

    private static MxOutcome withoutMx(Security security, List<Answer<List<String>>> addresses) {
        if (addresses.stream().anyMatch(Answer.Found.class::isInstance)) {
            return new MxOutcome.Implicit(security);
        }
        Optional<MxOutcome> unknown =
                addresses.stream().flatMap(MxFindings::failure).findFirst();
        return unknown.orElseGet(() -> new MxOutcome.NoMail(security));
    }

    private static Stream<MxOutcome> failure(Answer<List<String>> answer) {
        return answer instanceof Answer.Failed<List<String>>(DnsFailure failure, List<ExtendedError> errors)
                ? Stream.of(new MxOutcome.Unmeasured(failure, errors))
                : Stream.empty();
    }
}
