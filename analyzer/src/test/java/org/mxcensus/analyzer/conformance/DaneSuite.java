package org.mxcensus.analyzer.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mxcensus.analyzer.conformance.DaneCase.Expect;

/// Puts `dane.json` together. Expectations follow from how a case is made, never from what our judge says of it.
final class DaneSuite {
    private static final String VERSION = "1";

    private DaneSuite() {}

    /// @param before the suite as it stands: its certificates are kept, and what was measured of its cases
    static Suite<DaneCase> write(Suite<DaneCase> before) {
        Workshop workshop = new Workshop(before);
        Map<String, DaneCase> known =
                before.cases().stream().collect(Collectors.toMap(DaneCase::id, Function.identity()));
        List<DaneCase> cases = Stream.of(
                        new EndEntityCases(workshop).cases(),
                        new AnchorCases(workshop).cases(),
                        new AnchorNameCases(workshop).cases(),
                        new RecordCases(workshop).cases(),
                        new StateCases(workshop).cases(),
                        new MistakeCases(workshop).cases())
                .flatMap(part -> part)
                .map(one -> withMeasurement(one, known.get(one.id())))
                .toList();
        return new Suite<>("dane", VERSION, workshop.certificates(), workshop.keys(), cases);
    }

    private static DaneCase withMeasurement(DaneCase drafted, DaneCase known) {
        if (known == null) {
            return drafted;
        }
        Expect measured = known.expect();
        return drafted.expecting(drafted.expect().measured(measured.posttlsFinger(), measured.postfixDiffers()));
    }
}
