package org.mxcensus.crawler.crawl;

import org.mxcensus.crawler.smtp.SmtpTarget;
import org.mxcensus.datasets.schema.DomainRow;
import org.mxcensus.datasets.schema.HostRow;
import org.mxcensus.datasets.schema.SmtpRow;

/// The three stages, in the order of the flow.
record Stages(Stage<String, DomainRow> domains, Stage<String, HostRow> hosts, Stage<SmtpTarget, SmtpRow> targets) {}
