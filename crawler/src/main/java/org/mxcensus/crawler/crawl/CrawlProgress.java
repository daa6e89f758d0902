package org.mxcensus.crawler.crawl;

import java.util.List;
import org.mxcensus.datasets.schema.Table;

/// How far a crawl has come. Safe to read while the crawl runs.
public final class CrawlProgress {
    private final long frameRows;
    private final StageProgress domains = new StageProgress(Table.DOMAINS.name());
    private final StageProgress hosts = new StageProgress(Table.MX_HOSTS.name());
    private final StageProgress smtp = new StageProgress(Table.SMTP.name());

    CrawlProgress(long frameRows) {
        this.frameRows = frameRows;
    }

    /// Rows of table frame: what the first stage will have taken at the end.
    public long frameRows() {
        return frameRows;
    }

    public StageProgress domains() {
        return domains;
    }

    public StageProgress hosts() {
        return hosts;
    }

    public StageProgress smtp() {
        return smtp;
    }

    /// The stages in the order of the flow.
    public List<StageProgress> stages() {
        return List.of(domains, hosts, smtp);
    }
}
