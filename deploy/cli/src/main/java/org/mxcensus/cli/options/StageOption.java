package org.mxcensus.cli.options;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mxcensus.crawler.crawl.StageName;
import picocli.CommandLine.Option;

/// Which stages a worker takes part in.
public final class StageOption {

    @Option(
            names = "--stage",
            converter = Known.class,
            split = ",",
            paramLabel = "NAME",
            description =
                    "A stage to take part in: domains, mx-hosts or smtp-targets; may be given several times (default: all).")
    private List<String> names = List.of();

    /// Those that were named.
    public Set<StageName> chosen() {
        return names.isEmpty()
                ? EnumSet.allOf(StageName.class)
                : names.stream().map(StageOption::named).collect(Collectors.toSet());
    }

    private static StageName named(String name) {
        return Choice.of("--stage", name, List.of(StageName.values()), StageName::queue);
    }

    private static final class Known extends Form {
        private Known() {
            super(StageOption::named);
        }
    }
}
