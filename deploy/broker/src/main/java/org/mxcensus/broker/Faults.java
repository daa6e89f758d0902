package org.mxcensus.broker;

import java.util.concurrent.CompletableFuture;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of what a Kafka node cannot go on after, where Kafka itself would end the process: a broker in a test must
/// not.
final class Faults implements FaultHandlerFactory {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final CompletableFuture<Throwable> first = new CompletableFuture<>();

    @Override
    public FaultHandler build(String name, boolean fatal, Runnable action) {
        return (message, cause) -> {
            action.run();
            LOG.error("{}: {}", name, message, cause);
            FaultHandlerException fault = new FaultHandlerException(name + ": " + message, cause);
            if (fatal) {
                first.complete(fault);
            }
            return fault;
        };
    }

    /// Completed by the first one; never, if all goes well.
    CompletableFuture<Throwable> first() {
        return first;
    }
}
