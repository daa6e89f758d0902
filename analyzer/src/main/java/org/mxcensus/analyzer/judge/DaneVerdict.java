package org.mxcensus.analyzer.judge;

import java.util.Optional;
import org.mxcensus.datasets.schema.DaneCause;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.Finding;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// The verdict on a domain's DANE.
///
/// @param status empty where no MX host has an address that accepts mail
/// @param decided the address that decided; empty where none did alone
/// @param valid whether DANE is valid at every address; empty where `status` is
/// @param deployed whether a sender finds secure TLSA records on its way
record DaneVerdict(
        Optional<DaneStatus> status,
        Optional<DaneCause> cause,
        Optional<HostVerdictRow> decided,
        Optional<Finding> valid,
        Optional<Finding> deployed) {}
