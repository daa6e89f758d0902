package org.mxcensus.analyzer.verdict;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.schema.CertificateMapping;
import org.mxcensus.datasets.schema.CertificateRow;

/// The certificates of a crawl, outside the heap: a file of DER after DER, and where each begins.
///
/// A million of them take a gigabyte on disk and 24 MB of memory. Safe for use by several threads.
final class StoredCertificates implements Certificates, AutoCloseable {
    /// As many intermediates of one name are tried where one is missing.
    private static final int NAMESAKES = 16;

    private final FileChannel file;
    private final Index index;

    private final Map<String, List<String>> authorities;

    private StoredCertificates(FileChannel file, Index index, Map<String, List<String>> authorities) {
        this.file = file;
        this.index = index;
        this.authorities = authorities;
    }

    /// @param seen in the order of their digests, as table `certificates` has them
    /// @param local where the file is to be; it has no name once it is open
    static StoredCertificates of(Stream<CertificateRow> seen, Path local) {
        try {
            Index index = new Index();
            Map<String, List<String>> authorities = new HashMap<>();
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(local)))) {
                seen.forEach(row -> {
                    append(out, index, CertificateMapping.toObservation(row));
                    note(row, authorities);
                });
            }
            FileChannel file = FileChannel.open(local, StandardOpenOption.READ);
            Files.delete(local);
            return new StoredCertificates(file, index, authorities);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(DataOutputStream out, Index index, CertificateObservation certificate) {
        try {
            out.write(certificate.der());
            index.add(certificate.sha256(), certificate.der().length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Roots are no help to a path that lacks an intermediate. Files of versions that did not tell who is an
    /// authority help none.
    private static void note(CertificateRow row, Map<String, List<String>> authorities) {
        String subject = row.subject();
        if (Boolean.TRUE.equals(row.authority()) && subject != null && !subject.equals(row.issuer())) {
            List<String> same = authorities.computeIfAbsent(subject, _ -> new ArrayList<>(1));
            if (same.size() < NAMESAKES) {
                same.add(row.sha256());
            }
        }
    }

    @Override
    public List<byte[]> authorities(String subject) {
        return authorities.getOrDefault(subject, List.of()).stream()
                .flatMap(sha256 -> der(sha256).stream())
                .toList();
    }

    @Override
    public Optional<byte[]> der(String sha256) {
        int place = index.find(sha256);
        if (place < 0) {
            return Optional.empty();
        }
        try {
            byte[] der = new byte[index.length(place)];
            ByteBuffer buffer = ByteBuffer.wrap(der);
            while (buffer.hasRemaining()) {
                if (file.read(buffer, index.begin(place) + buffer.position()) < 0) {
                    throw new IllegalStateException("the file of certificates ends early");
                }
            }
            return Optional.of(der);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sorted digests, the first 128 bits of each, and the ends of their DER.
    private static final class Index {
        private long[] high = new long[1_024];
        private long[] low = new long[1_024];
        private long[] ends = new long[1_024];
        private int size;

        void add(String sha256, int length) {
            if (size == high.length) {
                high = Arrays.copyOf(high, size * 2);
                low = Arrays.copyOf(low, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            high[size] = part(sha256, 0);
            low[size] = part(sha256, 16);
            ends[size] = (size == 0 ? 0 : ends[size - 1]) + length;
            size++;
        }

        int find(String sha256) {
            long wantedHigh = part(sha256, 0);
            long wantedLow = part(sha256, 16);
            int from = 0;
            int to = size - 1;
            while (from <= to) {
                int middle = (from + to) >>> 1;
                int order = Long.compareUnsigned(high[middle], wantedHigh);
                order = order == 0 ? Long.compareUnsigned(low[middle], wantedLow) : order;
                if (order == 0) {
                    return middle;
                }
                if (order < 0) {
                    from = middle + 1;
                } else {
                    to = middle - 1;
                }
            }
            return -1;
        }

        long begin(int place) {
            return place == 0 ? 0 : ends[place - 1];
        }

        int length(int place) {
            return (int) (ends[place] - begin(place));
        }

        private static long part(String sha256, int at) {
            return Long.parseUnsignedLong(sha256, at, at + 16, 16);
        }
    }
}
