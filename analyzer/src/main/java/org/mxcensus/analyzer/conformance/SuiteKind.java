package org.mxcensus.analyzer.conformance;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The suites that there are.
public enum SuiteKind {
    DANE("dane", DaneCase.class),
    MTA_STS("mta-sts", StsCase.class),
    TLSRPT("tlsrpt", TlsRptCase.class),
    SENDERS("senders", SendersCase.class);

    private final String suite;
    private final Class<? extends SuiteCase> cases;

    SuiteKind(String suite, Class<? extends SuiteCase> cases) {
        this.suite = suite;
        this.cases = cases;
    }

    /// The name in its file, and of its file.
    public String suite() {
        return suite;
    }

    Class<? extends SuiteCase> cases() {
        return cases;
    }

    static Optional<SuiteKind> named(String suite) {
        return Stream.of(values()).filter(kind -> kind.suite.equals(suite)).findFirst();
    }

    static String all() {
        return Stream.of(values()).map(SuiteKind::suite).collect(Collectors.joining(", "));
    }
}
