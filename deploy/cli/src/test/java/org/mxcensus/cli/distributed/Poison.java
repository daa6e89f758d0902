package org.mxcensus.cli.distributed;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.mxcensus.datasets.observation.DnsFailure;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;

/// What somebody else has written into the queues: nothing that can be looked at.
final class Poison {
    /// In each queue.
    static final int MESSAGES = 2;

    private static final byte[] GARBAGE = {(byte) 0xff, 0, (byte) 0xfe, 10, (byte) 0xc3};

    private Poison() {}

    static void into(Cluster cluster) {
        cluster.pollute("mx-hosts", 0, GARBAGE);
        cluster.pollute("mx-hosts", 5, "this is no name".getBytes(UTF_8));
        cluster.pollute("smtp-targets", 2, GARBAGE);
        cluster.pollute("smtp-targets", 5, "{\"network\":\"127.0.0.0/24\"}".getBytes(UTF_8));
    }

    static boolean isOf(HostRow row) {
        return row.aFailure() == DnsFailure.INTERNAL_ERROR;
    }

    static boolean isOf(SmtpRow row) {
        return row.outcome() == SmtpStatus.INTERNAL_ERROR;
    }
}
