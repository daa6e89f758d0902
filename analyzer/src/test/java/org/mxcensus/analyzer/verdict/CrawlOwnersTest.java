package org.mxcensus.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.SmtpDialogue;
import org.mxcensus.datasets.observation.SmtpObservation;
import org.mxcensus.datasets.observation.SmtpOutcome;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.schema.DomainVerdictRow;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.ProviderConfidence;
import org.mxcensus.datasets.schema.ProviderKind;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.ParquetFiles;

/// Who runs the MX hosts and the name servers of a crawl, as its tables have it.
class CrawlOwnersTest {
    private static final Pki.Identity ROOT = Pki.root("root");
    private static final Pki.Identity MICROSOFT = ROOT.issue(Pki.Form.server("mail.protection.outlook.com"));

    @TempDir
    Path folder;

    private DirectoryStore store;
    private Manifest manifest;

    @BeforeEach
    void crawl() {
        store = new DirectoryStore(folder);
        TestCrawl crawl = new TestCrawl()
                .delegation("nl", "certified.nl", "amy.ns.cloudflare.com", "bob.ns.cloudflare.com")
                .delegation("nl", "filtered.nl", "ns1.filtered.nl")
                .delegation("nl", "greeted.nl", "ns1.greeted.nl", "ns-1.awsdns-27.com")
                .frame("list", "own.nl")
                .certificates(ROOT, MICROSOFT);
        add(crawl, "certified.nl", "mx.certified.nl", Seen.tls(MICROSOFT, ROOT), "");
        add(crawl, "filtered.nl", "mx1.pphosted.com", new SmtpOutcome.StartTlsNotOffered(), "");
        add(crawl, "greeted.nl", "mx.greeted.nl", new SmtpOutcome.StartTlsNotOffered(), "mx.google.com ESMTP");
        add(crawl, "own.nl", "mx.own.nl", new SmtpOutcome.StartTlsNotOffered(), "mx.own.nl ESMTP");
        crawl.write(store, TestCrawl.DATE, 0);
        manifest = TestCrawl.evaluate(store, TestCrawl.DATE, ROOT);
    }

    private static void add(TestCrawl crawl, String domain, String host, SmtpOutcome outcome, String banner) {
        SmtpDialogue dialogue = new SmtpDialogue(banner, "", List.of(), "", List.of(), "");
        crawl.domain(Seen.domain(domain, Seen.mx(Security.INSECURE, host)))
                .host(Seen.host(host, Security.INSECURE, new TlsaOutcome.Absent(Security.INSECURE)))
                .smtp(SmtpObservation.first(host, Seen.IP4, Pki.NOW, host, outcome, dialogue, 1, 1, 2));
    }

    @Test
    void eachHostHasItsProviderWithMethodConfidenceAndKind() {
        assertThat(rows(Table.HOST_PROVIDERS))
                .containsExactlyInAnyOrder(
                        new HostProviderRow(
                                "mx.certified.nl",
                                "outlook.com",
                                "certificate",
                                ProviderConfidence.MEDIUM,
                                ProviderKind.MAILBOX),
                        new HostProviderRow(
                                "mx1.pphosted.com",
                                "pphosted.com",
                                "map",
                                ProviderConfidence.HIGH,
                                ProviderKind.FILTER),
                        new HostProviderRow(
                                "mx.greeted.nl",
                                "google.com",
                                "greeting",
                                ProviderConfidence.LOW,
                                ProviderKind.MAILBOX),
                        new HostProviderRow(
                                "mx.own.nl", "own.nl", "registered_domain", ProviderConfidence.MEDIUM, null));
    }

    @Test
    void eachDomainHasItsProviderAndItsDnsOperators() {
        assertThat(rows(Table.DOMAIN_VERDICTS))
                .extracting(
                        DomainVerdictRow::domain,
                        DomainVerdictRow::provider,
                        DomainVerdictRow::selfHosted,
                        DomainVerdictRow::dnsOperators)
                .containsExactly(
                        tuple("certified.nl", "outlook.com", false, List.of("cloudflare.net")),
                        tuple("filtered.nl", "pphosted.com", false, List.of("filtered.nl")),
                        tuple("greeted.nl", "google.com", false, List.of("amazon.com", "greeted.nl")),
                        tuple("own.nl", "own.nl", true, null));
    }

    private <R extends Record> List<R> rows(Table<R> table) {
        return manifest.paths(table.name()).stream()
                .flatMap(path -> {
                    try (Stream<R> rows = ParquetFiles.read(table, store.local(path))) {
                        return rows.toList().stream();
                    }
                })
                .toList();
    }
}
