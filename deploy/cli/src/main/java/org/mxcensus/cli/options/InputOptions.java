package org.mxcensus.cli.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mxcensus.crawler.crawl.StageLimits;
import org.mxcensus.crawler.source.Sample;
import org.mxcensus.crawler.source.SourceInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Who is to be measured, and how many of them are written down at a time.
public final class InputOptions {

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = "A zone file or a list of domains, plain, gz or zst; - for standard input. None to go on with"
                    + " a crawl.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--source",
            converter = SourceName.class,
            paramLabel = "NAME",
            description = "What to call the input in the dataset (default: the zone's name, or the list's file name).")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--sample",
            converter = Share.class,
            paramLabel = "SHARE",
            description =
                    "Only so large a part of the domains, such as 0.01 or 1%%, drawn by their names: the same ones"
                            + " in every crawl (default: all).")
    private Optional<String> sample = Optional.empty();

    @Within(least = 1)
    @Option(
            names = "--chunk",
            paramLabel = "NUMBER",
            description = "How many domains are written at a time, and lost at most when the process is killed; fixed"
                    + " when a crawl begins (default: ${DEFAULT-VALUE}).")
    private int chunk = StageLimits.DEFAULTS.chunkSize();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /// As they were given.
    public List<String> words() {
        return inputs;
    }

    /// @param data the directory of the dataset, where standard input is kept until it has been read
    /// @throws org.mxcensus.datasets.store.UserError where an input is of no use
    public List<SourceInput> open(Path data) {
        if (source.isPresent() && inputs.size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "--source names one input and there are %d; crawl them one at a time.".formatted(inputs.size()));
        }
        Path spool = data.resolve("work");
        Optional<Sample> part = sample.map(Sample::of);
        return inputs.stream()
                .map(input -> SourceInput.of(input, source, spool, System.in))
                .map(input -> part.map(input::sampled).orElse(input))
                .toList();
    }

    /// How much is under way at a time.
    public StageLimits limits() {
        StageLimits usual = StageLimits.DEFAULTS;
        return new StageLimits(chunk, usual.openChunks(), usual.inFlight());
    }

    private static final class Share extends Form {
        private Share() {
            super(Sample::of);
        }
    }
}
