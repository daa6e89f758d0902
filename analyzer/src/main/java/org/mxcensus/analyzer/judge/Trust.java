package org.mxcensus.analyzer.judge;

import org.mxcensus.datasets.schema.TrustFault;

/// Whether a chain leads to a trusted root.
sealed interface Trust {

    record Trusted() implements Trust {}

    record Untrusted(TrustFault fault) implements Trust {}

    /// The certificates are not there to be judged.
    record Unknown() implements Trust {}
}
