package org.mxcensus.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/// The arrows between the modules, and what may be reached from which room. The poms draw the first; here stands what
/// they cannot say, and what a slip in a pom would undo.
@AnalyzeClasses(packages = "org.mxcensus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] NETTY_DNS_KAFKA_SQL = {
        "io.netty..", "org.xbill..", "org.apache.kafka..", "org.duckdb..", "java.sql..", "javax.sql.."
    };

    @ArchTest
    static final ArchRule DATASETS_STAND_ALONE = ours("datasets");

    @ArchTest
    static final ArchRule THE_LAB_KNOWS_DATASETS_ONLY = ours("lab", "datasets");

    @ArchTest
    static final ArchRule THE_CRAWLER_KNOWS_DATASETS_ONLY = ours("crawler", "datasets");

    @ArchTest
    static final ArchRule THE_ANALYZER_KNOWS_DATASETS_ONLY = ours("analyzer", "datasets");

    @ArchTest
    static final ArchRule THE_DASHBOARD_KNOWS_ANALYZER_AND_DATASETS = ours("dashboard", "analyzer", "datasets");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND = noClasses()
            .that()
            .resideOutsideOfPackage("org.mxcensus.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mxcensus.cli..");

    @ArchTest
    static final ArchRule OBSERVATIONS_ARE_PLAIN = noClasses()
            .that()
            .resideInAPackage("org.mxcensus.datasets.observation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NETTY_DNS_KAFKA_SQL)
            .because("what was seen must be readable by whoever did not see it");

    @ArchTest
    static final ArchRule JUDGES_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("org.mxcensus.analyzer.judge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NETTY_DNS_KAFKA_SQL)
            .because("a verdict is a function of evidence, so that all history can be judged again");

    @ArchTest
    static final ArchRule JUDGES_TOUCH_NO_FILES = noClasses()
            .that()
            .resideInAPackage("org.mxcensus.analyzer.judge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "org.mxcensus.datasets.store..", "java.net.http..")
            .because("a verdict is a function of evidence");

    @ArchTest
    static final ArchRule SQL_LIVES_IN_THE_ANALYZER = noClasses()
            .that()
            .resideOutsideOfPackage("org.mxcensus.analyzer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..");

    @ArchTest
    static final ArchRule HADOOP_AND_PARQUET_STAY_IN_DATASETS = noClasses()
            .that()
            .resideOutsideOfPackage("org.mxcensus.datasets..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hadoop..", "com.jerolba.carpet..");

    @ArchTest
    static final ArchRule KAFKA_STAYS_BEHIND_THE_QUEUES = noClasses()
            .that()
            .resideOutsideOfPackages("org.mxcensus.crawler.queue..", "org.mxcensus.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..")
            .because("stages do not know which queue they run over");

    @ArchTest
    static final ArchRule THE_BROKER_STANDS_ALONE = ours("broker");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_BROKER = noClasses()
            .that()
            .resideOutsideOfPackage("org.mxcensus.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mxcensus.broker..")
            .because("it runs in a JVM of its own, so that workers stay small");

    @ArchTest
    static final ArchRule THE_BUCKET_STANDS_ALONE = ours("bucket");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_BUCKET = noClasses()
            .that()
            .resideOutsideOfPackage("org.mxcensus.bucket..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mxcensus.bucket..")
            .because("it is there for tests");

    @ArchTest
    static final ArchRule OBJECT_STORAGE_IS_A_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("org.mxcensus.datasets.store.s3..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("nobody else knows where a dataset lies");

    @ArchTest
    static final ArchRule PAGES_ARE_SERVED_BY_THE_DASHBOARD_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("org.mxcensus.dashboard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "gg.jte..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.mxcensus.(*).(*)..")
            .namingSlices("$1.$2")
            .should()
            .beFreeOfCycles();

    /// Each package by itself, those at the root of a module too.
    @ArchTest
    static final ArchRule NO_CYCLES_OF_PACKAGES =
            slices().matching("org.mxcensus.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_ROOM_FOR_ODDS_AND_ENDS =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..");

    @ArchTest
    static final ArchRule TIME_COMES_IN_THROUGH_CONSTRUCTORS = noClasses()
            .that()
            .resideOutsideOfPackages("org.mxcensus.cli..", "org.mxcensus.lab..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .because("a Clock makes every test repeatable; the command and the lab are where real time begins");

    /// Classes of a module know their own, the named modules, and whatever is not ours.
    private static ArchRule ours(String module, String... known) {
        String[] allowed = Stream.concat(Stream.of(module), Stream.of(known))
                .map(name -> "org.mxcensus." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.mxcensus." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.mxcensus..").and(resideOutsideOfPackages(allowed)));
    }
}
