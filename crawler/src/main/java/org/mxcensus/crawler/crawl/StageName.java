package org.mxcensus.crawler.crawl;

import org.mxcensus.datasets.schema.Table;

/// The stages that a worker may take part in, in the order of the flow.
public enum StageName {
    /// Domains: MX, DNSSEC, MTA-STS, TLSRPT.
    DOMAINS(Channels.DOMAINS.name(), Table.DOMAINS),
    /// MX hosts: addresses, TLSA.
    MX_HOSTS(Channels.MX_HOSTS.name(), Table.MX_HOSTS),
    /// Addresses: the STARTTLS dialogue.
    SMTP_TARGETS(Channels.SMTP_TARGETS.name(), Table.SMTP);

    private final String queue;
    private final Table<?> table;

    StageName(String queue, Table<?> table) {
        this.queue = queue;
        this.table = table;
    }

    /// The last part of the name of the topic that it reads.
    public String queue() {
        return queue;
    }

    /// What it writes.
    public Table<?> table() {
        return table;
    }

    /// How many partitions seal each of its own: the source is one, a stage has as many as the plan says.
    int senders(CrawlPlan plan) {
        return this == DOMAINS ? 1 : plan.partitions();
    }
}
