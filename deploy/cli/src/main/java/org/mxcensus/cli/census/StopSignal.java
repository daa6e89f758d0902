package org.mxcensus.cli.census;

import java.util.concurrent.CountDownLatch;
import org.mxcensus.cli.terminal.Terminal;

/// Turns Ctrl-C and SIGTERM into a clean stop: the work is interrupted, and the process ends when it has put its things
/// down. All that is published stays.
public final class StopSignal implements AutoCloseable {
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /// Watches over the calling thread until closed.
    ///
    /// @param howToGoOn said when the work has stopped
    public StopSignal(Terminal terminal, String howToGoOn) {
        this.hook = Thread.ofPlatform().name("stop").unstarted(() -> stop(terminal, howToGoOn));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Terminal terminal, String howToGoOn) {
        worker.interrupt();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.complain(howToGoOn);
    }

    /// The work has ended, by itself or by the signal.
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is on its way down: the hook runs now, and says the last word.
            return;
        }
    }
}
