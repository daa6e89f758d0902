package org.mxcensus.cli.census;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mxcensus.analyzer.recrawl.Choice;
import org.mxcensus.cli.terminal.Terminal;
import org.mxcensus.crawler.crawl.CrawlPlan;
import org.mxcensus.crawler.crawl.OptOutLists;
import org.mxcensus.crawler.source.SourceInput;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Recrawl;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;
import org.mxcensus.datasets.store.WorkFiles;

/// How a recrawl begins: with the domains that were chosen, or with none where it has begun before.
///
/// @param files of the recrawl
/// @param choice whose findings are looked at again; empty where the recrawl has begun
public record RecrawlBeginning(WorkFiles files, Optional<Choice> choice) {

    /// @param full the dataset of the full crawls
    /// @param recrawls the dataset of the recrawls of this kind
    /// @param date of the recrawl
    /// @param inLab whether reserved addresses alone are called at
    /// @throws UserError where there is no crawl to choose from, or it was of a lab and this is of the internet
    public static RecrawlBeginning of(Store full, Store recrawls, Recrawl.Kind kind, LocalDate date, boolean inLab) {
        WorkFiles files = new WorkFiles(recrawls, date);
        if (CrawlPlan.find(files).isPresent()) {
            return new RecrawlBeginning(files, Optional.empty());
        }
        Choice choice = Choice.ofNewest(full, date, kind);
        if (!inLab && choice.crawl().sources().stream().anyMatch(Manifest.Source::simulated)) {
            throw new UserError(
                    "The crawl of %s in %s was of a lab, whose domains are not those of the internet; look at them again in that lab, with --allow-reserved."
                            .formatted(choice.crawl().crawl(), full));
        }
        return new RecrawlBeginning(files, Optional.of(choice));
    }

    /// The settings of the recrawl, with what was chosen.
    public Map<String, String> recorded(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        choice.ifPresent(one -> all.putAll(one.recrawl().recorded()));
        return all;
    }

    /// Writes the lists of the chosen domains, and leaves alone from the start whom the full crawl left alone.
    ///
    /// @return the lists, which are removed when they have been read; none where the recrawl has begun
    /// @throws UserError where the full crawl found none
    public List<SourceInput> inputs(Terminal terminal) {
        return choice.map(one -> inputs(one, terminal)).orElse(List.of());
    }

    private List<SourceInput> inputs(Choice choice, Terminal terminal) {
        Recrawl recrawl = choice.recrawl();
        List<SourceInput> lists = choice.write(files.store()).stream()
                .map(list -> new SourceInput(
                        "%s of the crawl of %s".formatted(recrawl.kind().id(), recrawl.full()),
                        list.file(),
                        Optional.of(list.source()),
                        true,
                        Optional.empty()))
                .toList();
        new OptOutLists(files).addThoseOf(new WorkFiles(choice.store(), recrawl.full()));
        terminal.say("Looking again at the domains %s in the crawl of %s:"
                .formatted(recrawl.kind().phrase(), recrawl.full()));
        return lists;
    }
}
