package org.mxcensus.crawler.forecast;

import java.util.Arrays;

/// What the addresses of a partition have shown so far, and what their names take over from it.
final class Reuse {
    private static final byte NOTHING_YET = -1;
    private static final Told[] ALL = Told.values();

    private final ReuseRule rule;
    private final int enough;
    /// What was shown last, the ordinal of a [Told].
    private final byte[] shown;
    private final byte[] alike;
    private final boolean[] varies;

    /// @param enough how many names must have shown the same
    Reuse(ReuseRule rule, int enough, int addresses) {
        this.rule = rule;
        this.enough = enough;
        shown = new byte[addresses];
        Arrays.fill(shown, NOTHING_YET);
        alike = new byte[addresses];
        varies = new boolean[addresses];
    }

    /// Whether a name whose turn has come takes over what others have shown.
    boolean takesOver(int address, boolean hasTlsa, boolean sampled) {
        return switch (rule) {
            case NONE -> false;
            case STRICT, LENIENT -> isKnown(address) && !hasTlsa && !sampled;
        };
    }

    private boolean isKnown(int address) {
        return alike[address] >= enough && !(varies[address] && shown(address) == Told.CHAIN);
    }

    /// What a name takes over.
    Told shown(int address) {
        return ALL[shown[address]];
    }

    /// Learns from a probe.
    void saw(int address, Told told) {
        switch (rule) {
            case NONE -> {}
            case STRICT -> strictly(address, told);
            case LENIENT -> leniently(address, told);
        }
    }

    private void strictly(int address, Told told) {
        switch (told) {
            case MUTE, COME_BACK -> {}
            case OWN_CHAIN, PLAIN -> vary(address);
            case CHAIN, SILENCE -> {
                if (!varies[address]) {
                    if (shown[address] == NOTHING_YET || shown[address] == told.ordinal()) {
                        count(address, told);
                    } else {
                        vary(address);
                    }
                }
            }
        }
    }

    private void vary(int address) {
        varies[address] = true;
        alike[address] = 0;
        shown[address] = NOTHING_YET;
    }

    private void leniently(int address, Told told) {
        boolean chainIsKnown = shown[address] == Told.CHAIN.ordinal() && isKnown(address);
        if (told == Told.OWN_CHAIN) {
            vary(address);
        } else if (told != Told.COME_BACK && (!chainIsKnown || told == Told.CHAIN)) {
            if (shown[address] != told.ordinal()) {
                alike[address] = 0;
            }
            count(address, told);
        }
    }

    private void count(int address, Told told) {
        shown[address] = (byte) told.ordinal();
        alike[address] = (byte) Math.min(alike[address] + 1, enough);
    }
}
