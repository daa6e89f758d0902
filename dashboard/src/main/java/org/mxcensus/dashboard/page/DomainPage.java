package org.mxcensus.dashboard.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.evidence.DomainEvidence;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.datasets.names.DomainNames;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.FrameRow;

/// `/domain/{name}`: everything that was seen of a domain in its newest crawl, with each verdict's evidence, and its
/// verdicts in all crawls.
///
/// @param census what is shown
/// @param pages renders it
public record DomainPage(Census census, Pages pages) {

    public void show(Context context) {
        String name = Parameters.normal(context.pathParam("name"));
        DomainEvidence evidence =
                census.evidence().domain(name).orElseThrow(() -> new NotFoundResponse(Texts.of("domain.absent", name)));
        List<History> history = census.evidence().history(name).stream()
                .map(past -> new History(Numbers.date(past.crawl()), DomainVerdicts.inBrief(past.verdict())))
                .toList()
                .reversed();
        pages.show(context, "domain.jte", Map.of("view", view(evidence, history)));
    }

    /// @param lead when and from where
    /// @param unmeasured why there are no verdicts; empty where there are
    /// @param policy the text of the MTA-STS policy as sent; empty where none came
    public record View(
            String domain,
            String lead,
            String tld,
            String provider,
            String unmeasured,
            List<Verdict> verdicts,
            List<Verdict> senders,
            List<Fact> facts,
            List<Fact> policyFacts,
            String policy,
            List<HostView> hosts,
            List<History> history) {}

    /// The verdicts of one crawl.
    public record History(String crawl, List<Verdict> verdicts) {}

    private static View view(DomainEvidence evidence, List<History> history) {
        Optional<DomainVerdictRow> verdict = evidence.verdict();
        return new View(
                evidence.domain(),
                lead(evidence),
                DomainNames.topLevel(evidence.domain()),
                verdict.map(DomainVerdictRow::provider).orElse(""),
                unmeasured(evidence),
                verdict.map(DomainVerdicts::all).orElse(List.of()),
                verdict.map(DomainVerdicts::senders).orElse(List.of()),
                evidence.seen()
                        .map(row -> DomainFacts.of(
                                row,
                                evidence.frame(),
                                verdict.map(DomainVerdictRow::dnsOperators).orElse(List.of())))
                        .orElse(List.of()),
                evidence.seen()
                        .map(row -> DomainFacts.policy(row, evidence.policyChain()))
                        .orElse(List.of()),
                evidence.seen().map(DomainFacts::policyText).orElse(""),
                evidence.hosts().stream().map(HostView::of).toList(),
                history);
    }

    private static String lead(DomainEvidence evidence) {
        String sources = evidence.frame().stream()
                .map(FrameRow::source)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return Texts.of("domain.lead", evidence.crawl(), sources);
    }

    private static String unmeasured(DomainEvidence evidence) {
        if (evidence.seen().isEmpty()) {
            return Texts.of("domain.unseen");
        }
        return evidence.verdict().isEmpty() ? Texts.of("domain.unjudged") : "";
    }
}
