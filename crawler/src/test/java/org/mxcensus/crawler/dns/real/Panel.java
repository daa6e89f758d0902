package org.mxcensus.crawler.dns.real;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.mxcensus.crawler.dns.Resolver;

/// All who can be asked about the small internet: our client in every way it works, and other people's validators.
final class Panel implements AutoCloseable {

    /// Each judge is a process for each question.
    private static final int AT_A_TIME = 8;

    private final Miniature miniature;
    private final Map<String, Resolver> ours = new LinkedHashMap<>();
    private final Judges judges;

    /// Starts the small internet with these zones; it ends with the panel.
    Panel(Path folder, List<Zone> zones) {
        miniature = Miniature.start(folder, zones);
        ours.put("trusting Unbound", miniature.trusting(Unbound.Mode.VALIDATING));
        ours.put("trusting an Unbound that gives no reasons", miniature.trusting(Unbound.Mode.TACITURN));
        ours.put("validating behind Unbound", miniature.validating(Unbound.Mode.VALIDATING));
        ours.put("validating behind an Unbound that does not", miniature.validating(Unbound.Mode.PLAIN));
        judges = new Judges(miniature, folder);
    }

    Miniature miniature() {
        return miniature;
    }

    /// All agree with the truth of all cases.
    void agreesOn(List<Case> cases) throws ExecutionException, InterruptedException {
        SoftAssertions softly = new SoftAssertions();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            List<Callable<Map<String, String>>> questions = cases.stream()
                    .<Callable<Map<String, String>>>map(one -> () -> statuses(one))
                    .toList();
            List<Future<Map<String, String>>> statuses = new ArrayList<>(threads.invokeAll(questions));
            for (int i = 0; i < cases.size(); i++) {
                Case one = cases.get(i);
                Map<String, String> others = statuses.get(i).get();
                others.values().removeIf(one.status()::equals);
                softly.assertThat(others)
                        .as("who does not say that %s is %s", one.asked(), one.status())
                        .isEmpty();
            }
        }
        softly.assertAll();
    }

    private Map<String, String> statuses(Case one) {
        Map<String, String> statuses = new LinkedHashMap<>();
        ours.forEach((way, resolver) -> statuses.put(way, one.asked().of(resolver)));
        statuses.put("unbound-host", judges.unboundHost(one.asked()));
        if (one.drill() == Case.Drill.SEES) {
            boolean trusts = judges.drillTrusts(one.asked());
            boolean secure = one.status().endsWith(" SECURE");
            statuses.put("drill", trusts == secure ? one.status() : trusts ? "some SECURE" : "not SECURE");
        }
        return statuses;
    }

    @Override
    public void close() {
        ours.values().forEach(Resolver::close);
        miniature.close();
    }
}
