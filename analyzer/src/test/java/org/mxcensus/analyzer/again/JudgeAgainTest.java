package org.mxcensus.analyzer.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Seen;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.finish.Finish;
import org.mxcensus.analyzer.judge.TrustRoots;
import org.mxcensus.datasets.observation.Security;
import org.mxcensus.datasets.observation.TlsaOutcome;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifest;
import org.mxcensus.datasets.store.Manifests;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.UserError;

/// A crawl judged again, with other roots or with verdicts of an older kind.
class JudgeAgainTest {
    private static final Pki.Identity ROOT = Pki.root("root");
    private static final Pki.Identity LEAF = ROOT.issue(Pki.Form.server("mx.one.nl"));

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void crawl() {
        store = new DirectoryStore(folder.resolve("data"));
        TestCrawl crawl = new TestCrawl()
                .frame("nl", "one.nl", "two.nl", "three.nl", "four.nl", "five.nl", "silent.nl")
                .host(Seen.host("mx.one.nl", Security.SECURE, new TlsaOutcome.Absent(Security.SECURE)))
                .smtp(Seen.smtp("mx.one.nl", Seen.IP4, Seen.tls(LEAF)))
                .certificates(LEAF);
        for (String domain : List.of("one.nl", "two.nl", "three.nl", "four.nl", "five.nl")) {
            crawl.domain(Seen.domain(domain, Seen.mx(Security.SECURE, "mx.one.nl")));
        }
        crawl.write(store, TestCrawl.DATE, 0);
        Finish.run(store, TestCrawl.DATE, TestCrawl.input(Pki.NOW));
    }

    @Test
    void theFirstVerdictsChangeNothing() {
        JudgedAgain first = judge(TestCrawl.roots(ROOT), 1);

        assertThat(first.isFirst()).isTrue();
        assertThat(first.changes()).isEmpty();
        assertThat(first.after().paths("domain_verdicts")).isNotEmpty();
    }

    @Test
    void theSameJudgesSayTheSame() {
        judge(TestCrawl.roots(ROOT), 1);

        JudgedAgain again = judge(TestCrawl.roots(ROOT), 2);

        assertThat(again.isFirst()).isFalse();
        assertThat(again.judged()).isEqualTo(5);
        assertThat(again.changed()).isZero();
        assertThat(again.changes()).isEmpty();
        assertThat(again.added()).isEmpty();
        assertThat(again.changedVersions()).isEmpty();
    }

    @Test
    void otherRootsShowInTheVerdictsAndInTheVersions() {
        judge(TestCrawl.roots(), 1);

        JudgedAgain again = judge(TrustRoots.of(List.of(ROOT.certificate()), "newer"), 2);

        assertThat(again.changedVersions()).containsExactly("trust_store");
        assertThat(again.versions("trust_store")).startsWith("test, 0 roots").contains(" -> newer, 1 roots");
        assertThat(again.changed()).isEqualTo(5);
        assertThat(again.changes())
                .contains(
                        new Change("certificate_trusted", "NO", "YES", "", 5, List.of("five.nl", "four.nl", "one.nl")));
        assertThat(again.changes()).extracting(Change::column).containsExactly("certificate_trusted", "chain_complete");
    }

    @Test
    void aCrawlThatIsNotFinishedIsNotJudged() {
        assertThatThrownBy(() -> JudgeAgain.run(
                        store, TestCrawl.DATE.plusDays(1), TestCrawl.roots(ROOT), TestCrawl.PROVIDERS, Pki.NOW))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(TestCrawl.DATE.plusDays(1).toString());
    }

    private JudgedAgain judge(TrustRoots roots, int second) {
        Instant now = Pki.NOW.plusSeconds(second);
        Manifest listed = new Manifests(store).find(TestCrawl.DATE).orElseThrow();
        JudgedAgain judged = JudgeAgain.run(store, TestCrawl.DATE, roots, TestCrawl.PROVIDERS, now);
        assertThat(judged.before()).isEqualTo(listed);
        return judged;
    }
}
