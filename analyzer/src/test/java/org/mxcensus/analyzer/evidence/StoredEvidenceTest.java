package org.mxcensus.analyzer.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.stats.Stats;
import org.mxcensus.analyzer.verdict.JudgeCrawl;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.schema.CertificateRow;
import org.mxcensus.datasets.schema.DaneStatus;
import org.mxcensus.datasets.schema.FrameRow;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifests;

class StoredEvidenceTest {
    private static final LocalDate FIRST = TestCrawl.DATE;
    private static final LocalDate SECOND = TestCrawl.DATE.plusMonths(1);

    @TempDir
    static Path folder;

    private static Evidence evidence;
    private static Pki.Identity leaf;
    private static Pki.Identity root;

    @BeforeAll
    static void twoCrawls() {
        DirectoryStore store = new DirectoryStore(folder);
        root = Pki.root("root");
        leaf = root.issue(Pki.Form.server("mx.good.nl"));
        crawl(Security.INSECURE).frame("zone", "gone.nl").write(store, FIRST, 0);
        TestCrawl.evaluate(store, FIRST, root);
        crawl(Security.SECURE).write(store, SECOND, 0);
        TestCrawl.evaluate(store, SECOND, root);
        evidence = StoredEvidence.open(store);
    }

    private static TestCrawl crawl(Security security) {
        return new TestCrawl()
                .frame("zone", "good.nl", "goods.nl", "unseen.nl")
                .frame("list", "good.nl")
                .domain(Seen.domain("good.nl", Seen.mx(security, "mx.good.nl")))
                .domain(Seen.domain("goods.nl", Seen.mx(security, "mx.good.nl", "mx.other.nl")))
                .host(Seen.host("mx.good.nl", Security.SECURE, Seen.found("mx.good.nl", Seen.tlsa(3, 1, 1, leaf))))
                .smtp(Seen.smtp("mx.good.nl", Seen.IP4, Seen.tls(leaf, root)))
                .certificates(leaf, root);
    }

    @AfterAll
    static void close() {
        evidence.close();
    }

    @Test
    void everythingSeenOfADomainLiesTogether() {
        DomainEvidence domain = evidence.domain("good.nl").orElseThrow();

        assertThat(domain.crawl()).isEqualTo(SECOND);
        assertThat(domain.frame()).extracting(FrameRow::source).containsExactlyInAnyOrder("zone", "list");
        assertThat(domain.seen().orElseThrow().mx()).hasSize(1);
        assertThat(domain.verdict().orElseThrow().dane()).isEqualTo(DaneStatus.VALID);
        HostEvidence host = domain.hosts().getFirst();
        assertThat(host.seen().orElseThrow().tlsa()).hasSize(1);
        assertThat(host.provider().orElseThrow().provider()).isEqualTo("good.nl");
        AddressEvidence address = host.addresses().getFirst();
        assertThat(address.verdict().orElseThrow().dane()).isEqualTo(DaneStatus.VALID);
        assertThat(address.chain()).extracting(CertificateRow::sha256).containsExactly(leaf.sha256(), root.sha256());
    }

    @Test
    void aDomainCanBeSeenInAnEarlierCrawl() {
        assertThat(evidence.domain("good.nl", FIRST)
                        .orElseThrow()
                        .verdict()
                        .orElseThrow()
                        .dane())
                .isEqualTo(DaneStatus.HOST_READY_DOMAIN_INSECURE);
        assertThat(evidence.domain("gone.nl").orElseThrow().crawl()).isEqualTo(FIRST);
    }

    @Test
    void itsHistoryShowsWhatChanged() {
        assertThat(evidence.history("good.nl"))
                .extracting(entry -> entry.crawl() + " " + entry.verdict().dane())
                .containsExactly(FIRST + " HOST_READY_DOMAIN_INSECURE", SECOND + " VALID");
    }

    @Test
    void aHostsHistoryHasItsRecordsCertificatesAndVerdictOfEveryCrawl() {
        assertThat(evidence.hostHistory("mx.good.nl"))
                .extracting(
                        HostHistory::crawl,
                        HostHistory::leaves,
                        entry -> entry.seen().tlsa().size(),
                        entry -> entry.verdict().orElseThrow().dane())
                .containsExactly(
                        tuple(FIRST, List.of(leaf.sha256()), 1, DaneStatus.VALID),
                        tuple(SECOND, List.of(leaf.sha256()), 1, DaneStatus.VALID));
        assertThat(evidence.hostHistory("mx.other.nl")).isEmpty();
    }

    @Test
    void aDomainOfTheFrameThatNobodyObservedIsThereWithoutVerdict() {
        DomainEvidence domain = evidence.domain("unseen.nl").orElseThrow();

        assertThat(domain.seen()).isEmpty();
        assertThat(domain.verdict()).isEmpty();
        assertThat(domain.hosts()).isEmpty();
    }

    @Test
    void aHostThatWasNotProbedIsNamedAllTheSame() {
        assertThat(evidence.domain("goods.nl").orElseThrow().hosts())
                .extracting(HostEvidence::host, host -> host.seen().isPresent())
                .containsExactly(tuple("mx.good.nl", true), tuple("mx.other.nl", false));
    }

    @Test
    void hostsKnowWhoUsesThem() {
        assertThat(evidence.host("mx.good.nl").orElseThrow().crawl()).isEqualTo(SECOND);
        assertThat(evidence.usersOf("mx.good.nl", 1)).isEqualTo(new HostUsers(2, List.of("good.nl")));
        assertThat(evidence.usersOf("mx.nobody.nl", 1)).isEqualTo(new HostUsers(0, List.of()));
        assertThat(evidence.usersOf("a.first.nl", 1)).isEqualTo(new HostUsers(0, List.of()));
    }

    @Test
    void usersOfHostsAreKnownFromVerdictsWhereNobodyHasCountedThem(@TempDir Path uncounted) {
        DirectoryStore store = new DirectoryStore(uncounted);
        crawl(Security.SECURE).write(store, SECOND, 0);
        Finish.run(store, SECOND, TestCrawl.input(Pki.NOW));
        JudgeCrawl.run(store, SECOND, TestCrawl.roots(root), TestCrawl.PROVIDERS, Pki.NOW.plusSeconds(1));

        assertThat(new Manifests(store).find(SECOND).orElseThrow().paths(Stats.HOST_USERS))
                .isEmpty();
        try (Evidence known = StoredEvidence.open(store)) {
            assertThat(known.usersOf("mx.good.nl", 1)).isEqualTo(new HostUsers(2, List.of("good.nl")));
            assertThat(known.usersOf("mx.nobody.nl", 1)).isEqualTo(new HostUsers(0, List.of()));
        }
    }

    @Test
    void searchFindsEveryKindOfNameAndTheEqualOneFirst() {
        assertThat(evidence.search("good", 10))
                .containsExactly(
                        new Hit(Hit.Kind.PROVIDER, "good.nl"),
                        new Hit(Hit.Kind.DOMAIN, "good.nl"),
                        new Hit(Hit.Kind.DOMAIN, "goods.nl"));
        assertThat(evidence.search("nl", 10)).contains(new Hit(Hit.Kind.TLD, "nl"));
        assertThat(evidence.search("mx.good.nl", 10)).containsExactly(new Hit(Hit.Kind.HOST, "mx.good.nl"));
        assertThat(evidence.search("'; DROP TABLE x", 10)).isEmpty();
    }

    @Test
    void unknownNamesAreEmpty() {
        assertThat(evidence.domain("nobody.nl")).isEmpty();
        assertThat(evidence.domain("good.nl", LocalDate.of(1999, 1, 1))).isEmpty();
        assertThat(evidence.history("nobody.nl")).isEmpty();
        assertThat(evidence.host("nobody.nl")).isEmpty();
    }
}
