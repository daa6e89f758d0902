package org.mxcensus.cli.conformance;

import java.util.ArrayList;
import java.util.List;
import org.mxcensus.analyzer.conformance.DaneCase;

/// A case, and where its MX host is in a network of its own.
record StagedCase(DaneCase given, String address) {

    private static final int IN_A_NETWORK = 200;

    static List<StagedCase> all(List<DaneCase> cases) {
        List<StagedCase> staged = new ArrayList<>();
        for (DaneCase each : cases) {
            int number = staged.size();
            staged.add(new StagedCase(each, "127.1.%d.%d".formatted(number / IN_A_NETWORK, number % IN_A_NETWORK + 1)));
        }
        return staged;
    }
}
