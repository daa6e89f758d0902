package org.mxcensus.crawler.pace;

import org.mxcensus.datasets.observation.Abstention;

/// What a [Gate] says.
public sealed interface Admission {

    record Granted(Permit permit) implements Admission {}

    record Refused(Abstention reason) implements Admission {}
}
