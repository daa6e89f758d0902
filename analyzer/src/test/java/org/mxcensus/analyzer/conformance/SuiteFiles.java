package org.mxcensus.analyzer.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.conformance.DaneCase.Expect;

/// Puts the suites together. Expectations follow from how a case is made, never from what our judges say of it.
final class SuiteFiles {
    private static final String VERSION = "1";

    private SuiteFiles() {}

    static Path file(SuiteKind kind) {
        return Path.of("..", "datasets", "conformance", kind.suite() + ".json");
    }

    /// A suite as it stands.
    static Suite<? extends SuiteCase> read(SuiteKind kind) {
        try {
            return SuiteText.read(Files.readAllBytes(file(kind)), kind.cases());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A suite as it should be. The certificates that it has are kept, and what was measured of its cases.
    static Suite<? extends SuiteCase> made(SuiteKind kind) {
        Suite<? extends SuiteCase> before = read(kind);
        Workshop workshop = new Workshop(before);
        return switch (kind) {
            case DANE -> dane(before, workshop);
            case MTA_STS -> suite(kind, workshop, new StsCases(workshop).cases());
            case TLSRPT -> suite(kind, workshop, TlsRptCases.cases());
            case SENDERS -> suite(kind, workshop, new SenderCases(workshop).cases());
        };
    }

    private static Suite<DaneCase> dane(Suite<? extends SuiteCase> before, Workshop workshop) {
        Map<String, DaneCase> known = before.cases().stream()
                .map(DaneCase.class::cast)
                .collect(Collectors.toMap(DaneCase::id, Function.identity()));
        return suite(
                SuiteKind.DANE,
                workshop,
                Stream.of(
                                new EndEntityCases(workshop).cases(),
                                new AnchorCases(workshop).cases(),
                                new AnchorNameCases(workshop).cases(),
                                new RecordCases(workshop).cases(),
                                new StateCases(workshop).cases(),
                                new MistakeCases(workshop).cases())
                        .flatMap(part -> part)
                        .map(one -> withMeasurement(one, known.get(one.id()))));
    }

    private static DaneCase withMeasurement(DaneCase drafted, DaneCase known) {
        if (known == null) {
            return drafted;
        }
        Expect measured = known.expect();
        return drafted.expecting(drafted.expect().measured(measured.posttlsFinger(), measured.postfixDiffers()));
    }

    private static <C extends SuiteCase> Suite<C> suite(SuiteKind kind, Workshop workshop, Stream<C> cases) {
        // Cases first: they are what fills the table.
        List<C> all = cases.toList();
        List<String> roots = switch (kind) {
            case MTA_STS, SENDERS -> List.of(workshop.nameOf(workshop.root()));
            case DANE, TLSRPT -> List.of();
        };
        return new Suite<>(kind.suite(), VERSION, workshop.certificates(), roots, workshop.keys(), all);
    }
}
