package org.mxcensus.ledger;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes what became of each test into the ledger. The platform finds it by `META-INF/services`.
///
/// A container (a class, a parameterized method) that is disabled, or aborts before its tests, stands for each of them;
/// one that fails is a failure of its own.
public final class LedgerListener implements TestExecutionListener {

    private final Consumer<Entry> ledger;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private volatile @Nullable TestPlan plan;

    /// As the platform makes it: the ledger from system properties.
    public LedgerListener() {
        this(LedgerFile.ofThisJvm());
    }

    LedgerListener(Consumer<Entry> ledger) {
        this.ledger = ledger;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        testsOf(skipped).forEach(test -> write(Outcome.DISABLED, test, reason));
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        String reason = result.getThrowable().map(LedgerListener::reason).orElse("");
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (finished.isTest()) {
                    write(Outcome.PASSED, finished, "");
                }
            }
            case FAILED -> write(Outcome.FAILED, finished, reason);
            case ABORTED -> notEnded(testsOf(finished), finished).forEach(test -> write(Outcome.ABORTED, test, reason));
        }
    }

    private void write(Outcome outcome, TestIdentifier test, String detail) {
        ended.add(test.getUniqueId());
        ledger.accept(new Entry(outcome, TestId.of(test.getUniqueIdObject(), test.getSource()), detail));
    }

    private List<TestIdentifier> testsOf(TestIdentifier id) {
        TestPlan known = plan;
        if (id.isTest() || known == null) {
            return List.of(id);
        }
        List<TestIdentifier> tests =
                known.getDescendants(id).stream().filter(TestIdentifier::isTest).toList();
        return tests.isEmpty() ? List.of(id) : tests;
    }

    private List<TestIdentifier> notEnded(List<TestIdentifier> tests, TestIdentifier container) {
        List<TestIdentifier> open = tests.stream()
                .filter(test -> !ended.contains(test.getUniqueId()))
                .toList();
        return open.isEmpty() ? List.of(container) : open;
    }

    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
