package org.mxcensus.crawler.smtp;

import java.time.Duration;

/// How long and how much the probe listens at one stage of the dialogue.
///
/// @param time until the whole reply is there
/// @param bytes of the reply, line ends included
public record StageLimit(Duration time, int bytes) {

    public StageLimit {
        if (bytes < 512) {
            throw new IllegalArgumentException("RFC 5321 §4.5.3.1.5 allows a reply line 512 bytes");
        }
    }
}
