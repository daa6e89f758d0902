package org.mxcensus.cli.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.bucket.Faults;
import org.mxcensus.bucket.S3Endpoint;
import org.mxcensus.cli.Dataset;
import org.mxcensus.cli.TestLab;
import org.mxcensus.datasets.store.Store;
import org.mxcensus.datasets.store.s3.S3Access;
import org.mxcensus.datasets.store.s3.S3Location;
import org.mxcensus.datasets.store.s3.S3Store;
import org.mxcensus.lab.world.World;

/// A crawl whose workers share a bucket, of which one request in ten fails: it answers 500 or 503, breaks the upload or
/// the answer, or does what was asked and never says so. Workers die meanwhile. The dataset is that of a single process
/// over a directory, undisturbed.
class BucketTest {
    private static final long SEED = 20260801;
    private static final String PLACE = "s3://" + S3Endpoint.BUCKET + "/weekly/nl";

    @TempDir
    Path folder;

    @Test
    @Tag("endurance")
    void threeThousandDomainsThroughABucketThatFails() throws Exception {
        World world = ChaosWorld.of(3_000);
        List<Path> lists = ChaosWorld.lists(world, folder);
        Path optOut = ChaosWorld.optOut(folder);
        Dataset undisturbed = ChaosTest.undisturbed(folder, world, lists, optOut);
        S3Endpoint.grantToThisProcess();
        try (S3Endpoint endpoint = S3Endpoint.start(Faults.oneIn(10, SEED));
                TestLab lab = TestLab.start(world, folder);
                Cluster cluster = cluster(lab, endpoint, optOut)) {
            assertThat(cluster.enqueue(lists, ChaosTest.PARTITIONS, 10).err()).isEmpty();
            Poison.into(cluster);
            Store bucket = bucket(endpoint);
            for (int worker = 0; worker < 3; worker++) {
                cluster.start();
            }
            for (int parts : new int[] {40, 120, 250}) {
                cluster.awaitWork(ChaosTest.END_OF_PATIENCE, () -> published(bucket) >= parts);
                cluster.alive().getFirst().kill();
                cluster.start();
            }
            cluster.awaitEnd(ChaosTest.END_OF_PATIENCE);

            Path copied = copied(bucket);
            ChaosTest.nothingIsWrittenTwice(copied);
            Dataset disturbed = new Dataset(copied, Cluster.CRAWL);
            ChaosTest.theRowsAreThoseOf(undisturbed, world, disturbed);
            ChaosTest.nothingIsLost(cluster, disturbed);
            ChaosTest.noBugCameOut(cluster);
            assertThat(lab.lab().counters().smtp().illMannered()).isZero();
            assertThat(endpoint.failed()).isGreaterThan(100);
        }
    }

    private Cluster cluster(TestLab lab, S3Endpoint endpoint, Path optOut) {
        List<String> place = List.of(
                "--data",
                PLACE,
                "--s3-endpoint",
                endpoint.url().toString(),
                "--s3-path-style",
                "--cache",
                cache().toString());
        List<String> credentials = Stream.of("accessKeyId", "secretAccessKey", "region")
                .map(name -> "-Daws.%s=%s".formatted(name, System.getProperty("aws." + name)))
                .toList();
        List<String> options = Stream.concat(
                        ChaosTest.PATIENTLY.stream(), Stream.of("--grace", "3", "--opt-out", optOut.toString()))
                .toList();
        return new Cluster(lab, folder, cache().resolve("census/weekly/nl"), place, credentials, options);
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Store bucket(S3Endpoint endpoint) {
        return S3Store.open(
                S3Location.of(PLACE), new S3Access(Optional.of(endpoint.url()), true), folder.resolve("another-cache"));
    }

    private static long published(Store bucket) {
        return Cluster.TABLES.stream()
                .mapToLong(table -> bucket.list("work/crawl=%s/%s".formatted(Cluster.CRAWL, table))
                        .size())
                .sum();
    }

    /// All of the bucket as a directory, for those who look into directories.
    private Path copied(Store bucket) throws Exception {
        Path copied = folder.resolve("copied");
        for (String name : bucket.list("")) {
            Path file = copied.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(bucket.local(name), file);
        }
        return copied;
    }
}
