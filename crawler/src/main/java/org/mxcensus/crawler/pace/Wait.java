package org.mxcensus.crawler.pace;

import java.util.concurrent.Semaphore;

/// How long one caller may still wait.
interface Wait {

    /// For ever.
    Wait FOREVER = new Wait() {
        @Override
        public boolean allows(long nanos) {
            return true;
        }

        @Override
        public boolean acquire(Semaphore permits) throws InterruptedException {
            permits.acquire();
            return true;
        }
    };

    /// @return whether so long is within what is left
    boolean allows(long nanos);

    /// @return whether a permit was had within what is left
    boolean acquire(Semaphore permits) throws InterruptedException;

    /// From now on, so long in all.
    static Wait atMost(long patience, Ticker ticker) {
        long end = ticker.nanos() + patience;
        return new Wait() {
            @Override
            public boolean allows(long nanos) {
                return nanos <= end - ticker.nanos();
            }

            @Override
            public boolean acquire(Semaphore permits) throws InterruptedException {
                return ticker.acquire(permits, end - ticker.nanos());
            }
        };
    }
}
