package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.mxcensus.crawler.pace.Lease;
import org.mxcensus.datasets.store.UserError;

class SetbackTest {
    private final List<String> written = new ArrayList<>();

    @Test
    void aDiskThatIsFullIsWaitedFor() throws InterruptedException {
        assertThat(Setback.holding(Lease.FOREVER).<String>until(() -> {
                    written.add("once more");
                    if (written.size() == 1) {
                        throw new UserError("The disk is full.");
                    }
                    return "written";
                }))
                .isEqualTo("written");
        assertThat(written).hasSize(2);
    }

    @Test
    void whoHasLostTheLeaseWritesNothing() {
        Setback setback = Setback.holding(() -> {
            throw new InterruptedException("the lease has run out");
        });

        assertThatThrownBy(() -> setback.until(() -> written.add("seen while asleep")))
                .isInstanceOf(InterruptedException.class);
        assertThat(written).isEmpty();
    }

    @Test
    void whoeverSitsBeforeTheCrawlIsToldAtOnce() {
        assertThatThrownBy(() -> Setback.GIVE_UP.until(() -> {
                    throw new UserError("The disk is full.");
                }))
                .isInstanceOf(UserError.class)
                .hasMessage("The disk is full.");
    }

    @Test
    void whoIsStoppedWhileTheStorageIsAskedTriesNoMore() {
        assertThatThrownBy(() -> Setback.holding(Lease.FOREVER).until(() -> {
                    written.add("half");
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted while the bucket was asked");
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(written).hasSize(1);
        // As whoever throws an InterruptedException leaves it.
        assertThat(Thread.interrupted()).isFalse();
    }
}
