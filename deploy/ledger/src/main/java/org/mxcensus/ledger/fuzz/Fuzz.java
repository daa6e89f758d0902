package org.mxcensus.ledger.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.mxcensus.ledger.Tier;

/// Tries a parser with a corpus and with what comes of it by mutation.
///
/// @param name of the folder in `src/test/fuzz` that holds inputs which once broke it
/// @param limits for each input
/// @param seeds inputs that the parser takes, for mutations to begin with
public record Fuzz(String name, Limits limits, List<byte[]> seeds) {
    private static final int SHOWN_BYTES = 48;

    public Fuzz {
        seeds = List.copyOf(seeds);
    }

    /// With the limits of a message.
    public Fuzz(String name, List<byte[]> seeds) {
        this(name, Limits.OF_A_MESSAGE, seeds);
    }

    /// Stops at the first finding.
    ///
    /// @throws AssertionError with the finding, and where its input lies
    public void run(Parser parser) throws InterruptedException {
        List<byte[]> corpus = Stream.concat(kept().stream(), seeds.stream()).toList();
        Mutations mutations =
                new Mutations(RandomGeneratorFactory.of("L64X128MixRandom").create(seed()), corpus);
        try (Trial trial = new Trial(name, parser, limits)) {
            // Twice: the first one loads what the parser needs, which is no input's fault.
            for (byte[] input : corpus) {
                trial.of(input);
            }
            for (byte[] input : corpus) {
                trial.of(input).ifPresent(finding -> fail(input, finding));
            }
            for (int count = inputs(); count > 0; count--) {
                byte[] input = mutations.next();
                trial.of(input).ifPresent(finding -> fail(input, finding));
            }
        }
    }

    /// Another seed tries other inputs: `-Dmxcensus.fuzz.seed=N`.
    private static long seed() {
        return Long.getLong("mxcensus.fuzz.seed", 1);
    }

    /// As many as one waits for in each tier, or `-Dmxcensus.fuzz.inputs=N`.
    private static int inputs() {
        return Integer.getInteger(
                "mxcensus.fuzz.inputs",
                switch (Tier.current()) {
                    case DEFAULT -> 2_000;
                    case FULL -> 10_000;
                    case ENDURANCE -> 500_000;
                });
    }

    private List<byte[]> kept() {
        Path folder = Path.of("src/test/fuzz", name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<byte[]> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                kept.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    private void fail(byte[] input, Finding finding) {
        Path left;
        try {
            left = Files.write(
                    Files.createDirectories(Path.of("target/fuzz", name))
                            .resolve("%08x".formatted(Arrays.hashCode(input))),
                    input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String bytes = HexFormat.of().formatHex(input, 0, Math.min(input.length, SHOWN_BYTES));
        throw new AssertionError(
                "%s: %s by %d bytes that begin %s; all are in %s. Mend it, and move them to src/test/fuzz/%s."
                        .formatted(name, finding.what(), input.length, bytes, left, name),
                finding.cause());
    }
}
