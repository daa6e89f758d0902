package org.mxcensus.crawler.domain;

import org.mxcensus.datasets.observation.Hint;

/// What lies below the three names.
///
/// @param queries sent for it
record HintFindings(Hint dkim, Hint openpgpkey, Hint smimea, int queries) {

    static HintFindings all(Hint hint) {
        return new HintFindings(hint, hint, hint, 0);
    }
}
