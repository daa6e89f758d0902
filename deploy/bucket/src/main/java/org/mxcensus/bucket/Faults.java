package org.mxcensus.bucket;

import java.util.Iterator;
import java.util.List;
import java.util.Random;

/// Decides which requests fail, and how. Asked by one thread at a time.
public interface Faults {

    /// The fate of the next request.
    Fault next();

    /// None fails.
    static Faults none() {
        return () -> Fault.NONE;
    }

    /// These fates in order; afterwards none fails.
    static Faults inOrder(Fault... fates) {
        Iterator<Fault> order = List.of(fates).iterator();
        return () -> order.hasNext() ? order.next() : Fault.NONE;
    }

    /// One request in so many fails, by chance, in each way alike.
    static Faults oneIn(int requests, long seed) {
        Random random = new Random(seed);
        return () -> random.nextInt(requests) > 0
                ? Fault.NONE
                : Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
    }
}
