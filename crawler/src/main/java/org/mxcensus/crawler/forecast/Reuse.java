package org.mxcensus.crawler.forecast;

/// What the names of an address may take over from one another.
///
/// The first names of an address are probed. When that many probes have shown the same chain, further names without
/// TLSA take it over, all but a sample; the first difference ends that. Silence is a matter of the address, for the
/// connection comes before any name: after so many silent probes in a row, and before any answer, all further names
/// take the silence over, all but the sample.
final class Reuse {

    /// What becomes of a name.
    enum Decision {
        PROBE,
        PROBE_AS_FIRST,
        /// Until those before it have shown something.
        WAIT,
        TAKE_OVER,
        TAKE_OVER_SILENCE
    }

    private static final byte NEVER = -1;

    private final int firstNames;
    private final int silences;
    private final byte[] begun;
    private final byte[] settled;
    private final byte[] agreed;
    private final byte[] silent;

    Reuse(int firstNames, int silences, int addresses) {
        this.firstNames = firstNames;
        this.silences = silences;
        begun = new byte[addresses];
        settled = new byte[addresses];
        agreed = new byte[addresses];
        silent = new byte[addresses];
    }

    /// Decides about a name that is met for the first time.
    Decision decide(int address, boolean hasTlsa, boolean sampled) {
        if (!sampled && silences > 0 && silent[address] >= silences) {
            return Decision.TAKE_OVER_SILENCE;
        }
        if (begun[address] < firstNames) {
            begun[address]++;
            return Decision.PROBE_AS_FIRST;
        }
        if (firstNames == 0 || hasTlsa || sampled) {
            return Decision.PROBE;
        }
        if (settled[address] < firstNames) {
            return Decision.WAIT;
        }
        return agreed[address] >= firstNames ? Decision.TAKE_OVER : Decision.PROBE;
    }

    /// Decides about a name that is tried for the second time: it waits for nobody.
    Decision decideAgain(int address, boolean hasTlsa) {
        if (silences > 0 && silent[address] >= silences) {
            return Decision.TAKE_OVER_SILENCE;
        }
        return firstNames > 0 && !hasTlsa && agreed[address] >= firstNames ? Decision.TAKE_OVER : Decision.PROBE;
    }

    /// Learns from a probe.
    void saw(int address, Told told, boolean differs) {
        switch (told) {
            case ANSWER -> {
                silent[address] = NEVER;
                if (differs) {
                    agreed[address] = NEVER;
                } else if (agreed[address] != NEVER && agreed[address] < firstNames) {
                    agreed[address]++;
                }
            }
            case SILENCE -> {
                if (silent[address] != NEVER && silent[address] < silences) {
                    silent[address]++;
                }
            }
            // Somebody is there.
            case COME_BACK -> silent[address] = NEVER;
        }
    }

    /// One of the first names has come to an end, whatever that was.
    void settle(int address) {
        settled[address]++;
    }
}
