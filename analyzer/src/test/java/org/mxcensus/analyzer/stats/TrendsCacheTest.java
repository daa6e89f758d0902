package org.mxcensus.analyzer.stats;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.TestCrawl;
import org.mxcensus.analyzer.warehouse.Limits;
import org.mxcensus.analyzer.warehouse.Warehouse;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.datasets.store.Manifests;

/// The cache of all crawls holds what it would hold had it been made whole, however it came to be.
class TrendsCacheTest {
    private static final LocalDate FIRST = TestCrawl.DATE;
    private static final LocalDate SECOND = FIRST.plusMonths(1);

    @TempDir
    Path folder;

    private DirectoryStore store;

    @BeforeEach
    void twoCrawls() throws Exception {
        store = new DirectoryStore(folder);
        count(FIRST, 0);
        count(SECOND, 1);
    }

    @Test
    void aCrawlThatIsAddedLeavesTheSameAsAllAtOnce() throws Exception {
        theCacheIsAsIfMadeWhole();
        assertThat(crawls()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aCrawlThatIsCountedAgainTakesThePlaceOfWhatItWas() throws Exception {
        List<String> before = adoption();
        count(FIRST, 3);

        assertThat(adoption()).isNotEqualTo(before);
        theCacheIsAsIfMadeWhole();
    }

    @Test
    void aCrawlWhoseManifestIsGoneGoes() throws Exception {
        store.delete(Manifests.name(SECOND));

        TrendsCache.refresh(store);

        assertThat(crawls()).containsExactly(FIRST);
        theCacheIsAsIfMadeWhole();
    }

    /// One top-level domain has one domain, so that the sum of all and the others would tell it.
    @Test
    void groupsThatWouldBetraySmallOnesAreKnownOfEachCrawl() throws Exception {
        count(SECOND, 2);

        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            for (LocalDate crawl : List.of(FIRST, SECOND)) {
                Map<Boolean, Set<Scope>> groups = groups(crawl);

                assertThat(groups.get(true)).hasAtLeastOneElementOfType(Scope.Tld.class);
                assertThat(groups.get(true))
                        .allSatisfy(scope -> assertThat(trends.betraying(scope)).contains(crawl));
                assertThat(groups.get(false))
                        .isNotEmpty()
                        .allSatisfy(scope -> assertThat(trends.betraying(scope)).doesNotContain(crawl));
            }
        }
        theCacheIsAsIfMadeWhole();
    }

    @Test
    void crawlsThatHaveNotChangedAreNotReadAgain() throws Exception {
        List<String> before = adoption();
        for (String path : new Manifests(store).find(FIRST).orElseThrow().paths(Stats.ADOPTION)) {
            store.delete(path);
        }

        TrendsCache.refresh(store);

        assertThat(adoption()).isEqualTo(before);
    }

    @Test
    void fourCrawlsLieGroupByGroup() throws Exception {
        for (int more = 2; more < 5; more++) {
            count(FIRST.plusMonths(more), more);
        }

        assertThat(inTheirPlace("group_id, weighting, crawl", FIRST, FIRST.plusMonths(3)))
                .isTrue();
        assertThat(inTheirPlace("crawl, group_id, weighting", FIRST, FIRST.plusMonths(3)))
                .isFalse();
        theCacheIsAsIfMadeWhole();
    }

    @Test
    void oneOfFourThatIsCountedAgainIsFoundInItsNewPlace() throws Exception {
        for (int more = 2; more < 4; more++) {
            count(FIRST.plusMonths(more), more);
        }
        List<String> before = adoption();
        count(SECOND, 5);

        assertThat(adoption()).isNotEqualTo(before);
        theCacheIsAsIfMadeWhole();
    }

    @Test
    void aDamagedCacheIsMadeAgain() throws Exception {
        List<String> before = adoption();
        Files.writeString(folder.resolve(TrendsCache.FILE), "this is no database");

        TrendsCache.refresh(store);

        assertThat(adoption()).isEqualTo(before);
    }

    @Test
    void aCacheOfAnotherVersionIsNotReadAndIsMadeAgain() throws Exception {
        List<String> before = adoption();
        Files.delete(folder.resolve(TrendsCache.FILE));
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(TrendsCache.FILE));
                Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE TABLE adoption (crawl DATE, scope VARCHAR)");
        }

        assertThat(TrendsStore.open(store)).isEmpty();

        TrendsCache.refresh(store);

        assertThat(adoption()).isEqualTo(before);
    }

    @Test
    void nothingIsLeftBesideTheCache() throws Exception {
        TrendsCache.refresh(store);

        try (Stream<Path> left = Files.list(folder.resolve(".scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    private void theCacheIsAsIfMadeWhole() throws Exception {
        List<String> added = adoption();
        List<String> betraying = betraying();
        store.delete(TrendsCache.FILE);

        TrendsCache.refresh(store);

        assertThat(added).isNotEmpty().isEqualTo(adoption());
        assertThat(betraying).isNotEmpty().isEqualTo(betraying());
    }

    /// The groups of a crawl by whether they would betray small ones, as its own files tell.
    private Map<Boolean, Set<Scope>> groups(LocalDate crawl) {
        try (Warehouse warehouse = Warehouse.inMemory(store, Limits.DEFAULT)) {
            warehouse.view(
                    "counted",
                    new Manifests(store)
                            .find(crawl).orElseThrow().paths(Stats.ADOPTION).stream()
                                    .map(store::local)
                                    .toList());
            List<GroupSize> groups = GroupSize.of(warehouse, "counted");
            Set<Scope> betraying = new SmallGroups(Scope.SMALLEST_CELL).betraying(groups);
            return groups.stream().map(GroupSize::scope).collect(partitioningBy(betraying::contains, toSet()));
        }
    }

    private void count(LocalDate crawl, int seed) throws Exception {
        new RandomVerdicts(new Random(seed)).write(store, crawl);
        Stats.run(store, crawl, Pki.NOW.plusSeconds(seed));
    }

    /// Whether the rows of some crawls lie in an order.
    private boolean inTheirPlace(String order, LocalDate from, LocalDate to) throws Exception {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(TrendsCache.FILE));
                Statement statement = duckdb.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT count(*) > 0 AND bool_and(place = row_number)
                        FROM (
                            SELECT
                                row_number() OVER (ORDER BY rowid) AS place,
                                row_number() OVER (ORDER BY %s) AS row_number
                            FROM figures
                            WHERE crawl BETWEEN '%s' AND '%s'
                        )
                        """.formatted(order, from, to))) {
            return row.next() && row.getBoolean(1);
        }
    }

    private List<LocalDate> crawls() {
        try (Trends trends = TrendsStore.open(store).orElseThrow()) {
            return trends.crawls().stream().map(CrawlSummary::crawl).toList();
        }
    }

    /// All rows of the view, whatever the numbers of groups.
    private List<String> adoption() throws Exception {
        return rows("SELECT * FROM adoption");
    }

    private List<String> betraying() throws Exception {
        return rows("SELECT b.crawl, g.* EXCLUDE (id) FROM betraying AS b JOIN groups AS g ON g.id = b.group_id");
    }

    private List<String> rows(String question) throws Exception {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(TrendsCache.FILE));
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT CAST(a AS VARCHAR) FROM (SELECT * FROM (%s) ORDER BY ALL) AS a".formatted(question))) {
            Stream.Builder<String> all = Stream.builder();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all.build().toList();
        }
    }
}
