package org.mxcensus.analyzer.evidence;

import java.time.LocalDate;
import org.mxcensus.datasets.schema.DomainVerdictRow;

/// The verdict on a domain in one of several crawls.
public record DomainHistory(LocalDate crawl, DomainVerdictRow verdict) {}
