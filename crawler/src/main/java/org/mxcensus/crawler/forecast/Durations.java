package org.mxcensus.crawler.forecast;

import org.mxcensus.crawler.smtp.SmtpConfig;

/// How long probes hold their connections, in nanoseconds.
///
/// @param near a dialogue with one of the largest providers
/// @param far a dialogue with anybody else
/// @param slow how long a greeting is held back
/// @param silent until a connection that nobody takes is given up
/// @param mute until one on which nobody speaks is given up
record Durations(long near, long far, long slow, long silent, long mute) {
    private static final double SECOND = 1e9;
    /// Dialogues of one kind differ by so much of their length to either side.
    private static final double SPREAD = 0.3;

    static Durations of(Inputs inputs) {
        SmtpConfig probe = SmtpConfig.defaults("probe.example.org");
        return new Durations(
                (long) (inputs.of(Input.NEAR_SECONDS) * SECOND),
                (long) (inputs.of(Input.FAR_SECONDS) * SECOND),
                (long) (inputs.of(Input.SLOW_SECONDS) * SECOND),
                probe.connectTimeout().toNanos(),
                probe.greeting().time().toNanos());
    }

    /// @param share drawn evenly from [0, 1)
    long took(Server server, boolean large, double share) {
        double dialogue = (large ? near : far) * (1 + SPREAD * (2 * share - 1));
        return switch (server) {
            case WELL, OWN_CHAINS -> (long) dialogue;
            case SLOW -> slow + (long) dialogue;
            // Greeting, EHLO and QUIT: half of the round trips.
            case WITHOUT_STARTTLS, GREYLISTING, NEVER -> (long) (dialogue / 2);
            case REFUSING -> (long) (dialogue / 7);
            case SILENT -> silent;
            case MUTE -> mute;
        };
    }
}
