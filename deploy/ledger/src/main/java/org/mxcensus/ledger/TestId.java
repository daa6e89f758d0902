package org.mxcensus.ledger;

import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/// A test's name as a person writes it: class, method, invocation.
final class TestId {

    private TestId() {}

    /// @param id the platform's own name, which tells one invocation from another
    /// @param source where the test stands in the code, if anywhere
    static String of(UniqueId id, Optional<TestSource> source) {
        String place = source.map(TestId::place).orElse("").strip();
        return place.isEmpty() ? id.toString() : place + invocation(id.getLastSegment());
    }

    private static String place(TestSource source) {
        return switch (source) {
            case MethodSource method -> method.getClassName() + "#" + method.getMethodName();
            case ClassSource type -> type.getClassName();
            default -> "";
        };
    }

    private static String invocation(UniqueId.Segment last) {
        return last.getValue().startsWith("#") ? "[" + last.getValue().substring(1) + "]" : "";
    }
}
