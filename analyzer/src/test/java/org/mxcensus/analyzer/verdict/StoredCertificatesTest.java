package org.mxcensus.analyzer.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.schema.CertificateMapping;

class StoredCertificatesTest {

    @TempDir
    Path folder;

    @Test
    void everyCertificateIsFoundByItsDigest() {
        Random random = new Random(1);
        List<CertificateObservation> seen = random.ints(5_000, 1, 2_000)
                .mapToObj(length -> {
                    byte[] der = new byte[length];
                    random.nextBytes(der);
                    return new CertificateObservation(Sha256.of(der), der);
                })
                .sorted(Comparator.comparing(CertificateObservation::sha256))
                .toList();

        try (StoredCertificates stored =
                StoredCertificates.of(seen.stream().map(CertificateMapping::toRow), folder.resolve("certificates"))) {
            assertThat(seen)
                    .allSatisfy(one ->
                            assertThat(stored.der(one.sha256()).orElseThrow()).isEqualTo(one.der()));
            assertThat(stored.der(Sha256.of(new byte[] {1, 2, 3, 4, 5, 6, 7}))).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aCrawlMayHaveNone() {
        try (StoredCertificates stored = StoredCertificates.of(Stream.empty(), folder.resolve("certificates"))) {
            assertThat(stored.der(Sha256.of(new byte[0]))).isEmpty();
        }
    }
}
