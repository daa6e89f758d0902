package org.mxcensus.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.OptionalLong;

/// A broker in a JVM of its own, which may be killed at any time.
///
/// Exit status 0 where it was asked to end by its owner's end, 1 where it could not start or has failed, and what a
/// signal makes of it otherwise.
public final class Main {
    /// How the first line on standard output begins, behind which the address stands.
    static final String LISTENS = "Kafka listens at ";

    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    private static final PrintStream ERR = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);

    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        System.setProperty("logback.configurationFile", "org/mxcensus/broker/console.xml");
        try {
            run(Arguments.parse(words));
        } catch (StartFailure e) {
            ERR.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Arguments arguments) throws InterruptedException {
        Broker broker = Broker.start(arguments.options());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(broker::close));
        endWith(arguments.owner());
        say(broker.bootstrap(), arguments.options());
        Throwable failure = broker.failure().join();
        ERR.println("The broker has failed (%s); what was acknowledged is in %s."
                .formatted(failure.getMessage(), arguments.options().data()));
        // Whatever still runs in it is not to be trusted with an orderly end; the records are as after a loss of power.
        Runtime.getRuntime().halt(1);
    }

    private static void say(String address, BrokerOptions options) {
        OUT.println(LISTENS + address + " and keeps its records in " + options.data() + ". Ctrl-C ends it.");
        OUT.println("In other terminals:");
        OUT.println("  mxcensus enqueue se.zone.gz --kafka " + address + " --data census");
        OUT.println("  mxcensus worker --kafka " + address + " --data census");
    }

    /// A broker that is forgotten by who started it would keep the port and the folder.
    private static void endWith(OptionalLong owner) {
        if (owner.isPresent()) {
            ProcessHandle.of(owner.getAsLong())
                    .map(ProcessHandle::onExit)
                    .ifPresentOrElse(end -> end.thenRun(() -> System.exit(0)), () -> System.exit(0));
        }
    }
}
