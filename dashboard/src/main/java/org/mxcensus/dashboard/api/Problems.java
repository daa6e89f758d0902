package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.analyzer.remedy.Repair;
import org.mxcensus.analyzer.transition.Tally;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// What is to be mended, by how many domains one repair heals.
///
/// @param census where crawls are diagnosed
/// @param subjects which crawl and TLD are meant
record Problems(Census census, Subjects subjects) {
    static final Parameter<Integer> LIMIT = Parameters.limit(100);

    /// One repair.
    ///
    /// @param mechanism what works again by it
    /// @param party who can make it
    /// @param contacts whom to tell; by convention, nobody has tried these addresses
    /// @param cause what is wrong
    /// @param fix what to do
    /// @param section of the standard
    /// @param hosts at how many MX hosts; 0 where it is the zones of domains
    /// @param domains that are touched
    /// @param healed of them have no other fault
    /// @param unmeasured of them cannot be told
    record Problem(
            String mechanism,
            String partyKind,
            String party,
            List<String> contacts,
            String cause,
            String sentence,
            String fix,
            String section,
            long hosts,
            List<String> examples,
            long domains,
            long healed,
            long unmeasured) {

        static Problem of(Repair repair) {
            return new Problem(
                    repair.mechanism().id(),
                    Parameters.id(repair.party().kind()),
                    repair.party().name(),
                    repair.party().contacts(),
                    repair.cause().name(),
                    repair.cause().sentence(),
                    repair.cause().fix(),
                    repair.cause().section(),
                    repair.hosts(),
                    repair.examples(),
                    repair.domains(),
                    repair.healed(),
                    repair.unmeasured());
        }
    }

    private static Map<String, Tally> today(Diagnosis found) {
        Map<String, Tally> today = new TreeMap<>();
        found.today().forEach((mechanism, tally) -> today.put(mechanism.id(), tally));
        return today;
    }

    Answer answer(Context context) {
        LocalDate crawl = subjects.crawl(context);
        Diagnosis found = census.analyses().problems(crawl, subjects.tld(context));
        return Answer.page(
                context,
                LIMIT,
                Map.of("crawl", crawl, "today", today(found), "operators_known", found.operatorsKnown()),
                "problems",
                found.repairs().stream()
                        .filter(repair -> Parameters.wants(context, repair))
                        .map(Problem::of)
                        .toList());
    }
}
