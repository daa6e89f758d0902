package org.mxcensus.dashboard.api;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mxcensus.analyzer.concentration.Concentration;
import org.mxcensus.dashboard.census.Census;
import org.mxcensus.dashboard.query.Parameter;
import org.mxcensus.dashboard.query.Parameters;
import org.mxcensus.dashboard.query.Subjects;

/// With how few providers the mail lies.
///
/// @param census where it is worked out
/// @param subjects which crawl and TLD are meant
record Concentrations(Census census, Subjects subjects) {
    static final Parameter<Integer> LIMIT = Parameters.limit(1000);

    Answer answer(Context context) {
        LocalDate crawl = subjects.crawl(context);
        Concentration all = census.analyses().concentration(crawl, subjects.tld(context));
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("crawl", crawl);
        about.put("providers", all.providers());
        about.put("domains", all.domains());
        about.put("unmeasured", all.unmeasured());
        about.put("not_applicable", all.notApplicable());
        about.put("half", all.half());
        all.gini().ifPresent(gini -> about.put("gini", gini));
        return Answer.page(context, LIMIT, about, "holders", all.holders());
    }
}
