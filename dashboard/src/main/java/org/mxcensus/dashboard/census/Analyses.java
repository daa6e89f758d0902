package org.mxcensus.dashboard.census;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mxcensus.analyzer.concentration.Concentration;
import org.mxcensus.analyzer.event.DatedEvent;
import org.mxcensus.analyzer.reconcile.Definition;
import org.mxcensus.analyzer.reconcile.Waterfall;
import org.mxcensus.analyzer.remedy.Diagnosis;
import org.mxcensus.analyzer.remedy.Lever;
import org.mxcensus.analyzer.transition.Event;
import org.mxcensus.analyzer.transition.Mechanism;
import org.mxcensus.analyzer.transition.Move;
import org.mxcensus.analyzer.transition.PanelTrend;

/// What is worked out over whole crawls. It may take seconds the first time, so an answer is kept as long as its
/// crawls stay as they are. Safe for use by several threads.
///
/// Every method wants crawls that were judged, and gives figures of domains below a top-level domain, or of all.
public interface Analyses extends AutoCloseable {

    /// Whether a crawl was judged and its rows are here; a release of figures alone has none.
    boolean hasRows(LocalDate crawl);

    /// What is to be mended, and by whom.
    Diagnosis problems(LocalDate crawl, Optional<String> tld);

    /// The same of all domains, if it has been worked out; else that begins, and nobody waits for it.
    Optional<Diagnosis> knownProblems(LocalDate crawl);

    /// What a lever would change, if it has been worked out; else that begins, and nobody waits for it.
    Optional<Prospects> knownProspects(LocalDate crawl, Lever lever);

    /// What a lever would change.
    Prospects prospects(LocalDate crawl, Optional<String> tld, Lever lever);

    /// What became of all domains from one crawl to a later one.
    Changes changes(LocalDate before, LocalDate after);

    /// The domains behind an event, by name.
    ///
    /// @param skip how many are left out at the beginning
    List<String> changed(Changed which, long skip, long limit);

    /// Who went from which provider to which, most domains first.
    List<Move> moves(LocalDate before, LocalDate after, Optional<String> tld);

    /// The same if it has been worked out; else that begins, and nobody waits for it.
    Optional<List<Move>> knownMoves(LocalDate before, LocalDate after, Optional<String> tld);

    /// Trends of all domains beside those of the domains that every one of the crawls was to measure.
    PanelTrend panel(List<LocalDate> crawls, Optional<String> tld);

    /// With how few providers the mail lies.
    Concentration concentration(LocalDate crawl, Optional<String> tld);

    /// The figures by every definition.
    Definitions definitions(LocalDate crawl, Optional<String> tld);

    /// The way from one definition to another.
    Waterfall waterfall(LocalDate crawl, Optional<String> tld, Definition from, Definition to);

    /// What happened in the world and in our method, in the order of the days.
    List<DatedEvent> events();

    /// Which domains are meant.
    record Changed(LocalDate before, LocalDate after, Mechanism mechanism, Event event, Optional<String> tld) {}

    @Override
    void close();
}
