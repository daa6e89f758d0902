package org.mxcensus.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.schema.SmtpRow;
import org.mxcensus.datasets.schema.SmtpStatus;
import org.mxcensus.datasets.schema.Table;
import org.mxcensus.datasets.schema.TlsaStatus;
import org.mxcensus.lab.Lab;
import org.mxcensus.lab.LabOptions;
import org.mxcensus.lab.dns.DnsCounters;
import org.mxcensus.lab.generate.Crowds;
import org.mxcensus.lab.smtp.SmtpCounters;

/// What many domains share is looked at once, and what many names share is taken over.
class CrowdCrawlTest {

    @TempDir
    Path folder;

    @Test
    void aHostOfManyDomainsIsLookedUpOnce() throws Exception {
        looksUpOnce(2_000);
    }

    @Test
    @Tag("full")
    void aHostOfFiftyThousandDomainsIsLookedUpOnce() throws Exception {
        looksUpOnce(50_000);
    }

    @Test
    void namesAtOneAddressAreTakenOverExceptASample() throws Exception {
        reuses(1_000);
    }

    @Test
    @Tag("full")
    void fiveThousandNamesAtOneAddressAreTakenOverExceptASample() throws Exception {
        reuses(5_000);
    }

    private void looksUpOnce(int domains) throws Exception {
        try (Lab lab = Lab.start(Crowds.atOneHost(domains), LabOptions.defaults())) {
            DnsCounters dns = lab.counters().dns();
            List<String> names = List.of(Crowds.HOST, "_25._tcp." + Crowds.HOST);
            names.forEach(dns::watch);
            LabCrawl crawl = LabCrawl.ofWorld(lab, folder);

            assertThat(crawl.rows(Table.DOMAINS)).hasSize(domains);
            assertThat(crawl.rows(Table.MX_HOSTS)).singleElement().satisfies(row -> {
                assertThat(row.host()).isEqualTo(Crowds.HOST);
                assertThat(row.tlsaStatus()).isEqualTo(TlsaStatus.FOUND);
                // The lab has heard no question but those that this one row accounts for.
                assertThat(names.stream()
                                .flatMap(name -> dns.queriesFor(name).values().stream())
                                .mapToLong(count -> count)
                                .sum())
                        .isEqualTo(row.queries());
            });
            assertThat(crawl.rows(Table.SMTP))
                    .singleElement()
                    .satisfies(row -> assertThat(row.secondLooks()).hasSize(1));
            // One dialogue, and one more for the certificate of the other key type.
            assertThat(lab.counters().smtp().connections()).isEqualTo(2);
        }
    }

    private void reuses(int names) throws Exception {
        try (Lab lab = Lab.start(Crowds.atOneAddress(names), LabOptions.defaults())) {
            LabCrawl crawl = LabCrawl.ofWorld(lab, folder);
            SmtpCounters counters = lab.counters().smtp();

            List<SmtpRow> rows = crawl.rows(Table.SMTP);
            assertThat(rows).hasSize(names).extracting(SmtpRow::outcome).containsOnly(SmtpStatus.TLS_ESTABLISHED);
            assertThat(rows)
                    .extracting(SmtpRow::chain)
                    .containsOnly(rows.getFirst().chain());
            List<SmtpRow> probed =
                    rows.stream().filter(row -> row.reusedFrom() == null).toList();
            // Four, and one in a hundred of the rest.
            assertThat(probed).hasSizeBetween(4 + names / 250, 4 + names / 40);
            assertThat(probed.stream().filter(row -> row.reuseAgreed() != null))
                    .hasSize(probed.size() - 4)
                    .allSatisfy(row -> assertThat(row.reuseAgreed()).isTrue());
            // A handshake for each name that was probed, and those without any name.
            long nameless =
                    probed.stream().mapToLong(row -> row.secondLooks().size()).sum();
            assertThat(counters.handshakesByName().getOrDefault(new SmtpCounters.Handshake(Crowds.ADDRESS, ""), 0L))
                    .isEqualTo(nameless);
            assertThat(counters.handshakes()).isEqualTo(probed.size() + nameless);
            assertThat(counters.handshakesByName())
                    .containsKeys(probed.stream()
                            .map(row -> new SmtpCounters.Handshake(row.ip(), row.host()))
                            .toArray(SmtpCounters.Handshake[]::new));
            assertThat(counters.addresses().get(Crowds.ADDRESS).mostAtOnce()).isEqualTo(1);
        }
    }
}
