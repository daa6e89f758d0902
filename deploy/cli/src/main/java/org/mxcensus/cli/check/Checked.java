package org.mxcensus.cli.check;

import java.util.List;
import org.mxcensus.crawler.crawl.DomainCheck;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.ExchangeVerdictRow;
import org.mxcensus.datasets.schema.HostVerdictRow;

/// What was seen of one domain, and what the judges say.
public record Checked(
        DomainCheck.Rows seen,
        List<HostVerdictRow> addresses,
        List<ExchangeVerdictRow> exchanges,
        DomainVerdictRow verdict) {}
