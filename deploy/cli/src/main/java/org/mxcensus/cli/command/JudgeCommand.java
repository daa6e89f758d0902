package org.mxcensus.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.mxcensus.analyzer.again.JudgedAgain;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.cli.census.AfterCrawl;
import org.mxcensus.cli.census.ChangeLines;
import org.mxcensus.cli.options.CrawlOptions;
import org.mxcensus.cli.options.HelpOption;
import org.mxcensus.cli.options.TrustOption;
import org.mxcensus.cli.session.ExitStatus;
import org.mxcensus.cli.session.Session;
import org.mxcensus.datasets.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `mxcensus judge`.
@Command(
        name = "judge",
        description = "Judge what finished crawls saw by the present judges, and say which verdicts change and why."
                + " Nothing is asked again. Without --crawl every finished crawl is judged, the oldest first."
                + " Run `stats` afterwards.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mxcensus judge --data census",
            "  mxcensus judge --data census --crawl 2026-08-01 --ca-file roots.pem",
            "  mxcensus judge --json < datasets/conformance/dane.json"
        })
final class JudgeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CrawlOptions crawl = new CrawlOptions();

    @Mixin
    private final TrustOption trust = new TrustOption();

    @Option(
            names = "--json",
            description =
                    "Read a case of the conformance suite from standard input, or a whole suite, and print what the"
                            + " judges answer. No crawl is looked at; datasets/conformance/README.md says what a case holds.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final HelpOption help = new HelpOption();

    JudgeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (json) {
            return answer();
        }
        Store store = crawl.openExisting();
        session.logInto(store.folder());
        List<LocalDate> dates = crawl.orAllFinished(store);
        TrustRoots roots = trust.roots();
        AfterCrawl after = new AfterCrawl(store, session.clock());
        dates.forEach(date -> judge(date, after, roots));
        session.terminal().say("Run `mxcensus stats` for each of them, so that the figures follow.");
        return ExitStatus.DONE;
    }

    private void judge(LocalDate date, AfterCrawl after, TrustRoots roots) {
        Instant began = session.clock().instant();
        JudgedAgain judged = after.judgeAgain(date, roots);
        Duration took = Duration.between(began, session.clock().instant());
        ChangeLines.of(judged, took, session.terminal()).forEach(session.terminal()::say);
    }

    private int answer() {
        if (crawl.isNamed()) {
            throw new ParameterException(spec.commandLine(), "--json reads standard input and takes no --crawl.");
        }
        CaseInput.ofProcess().answer(session.terminal());
        return ExitStatus.DONE;
    }
}
