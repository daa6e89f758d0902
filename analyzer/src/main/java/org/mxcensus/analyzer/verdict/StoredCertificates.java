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
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.mxcensus.analyzer.judge.Certificates;
import org.mxcensus.datasets.observation.CertificateObservation;

/// The certificates of a crawl, outside the heap: a file of DER after DER, and where each begins.
///
/// A million of them take a gigabyte on disk and 24 MB of memory. Safe for use by several threads.
final class StoredCertificates implements Certificates, AutoCloseable {
    private final FileChannel file;
    private final Index index;

    private StoredCertificates(FileChannel file, Index index) {
        this.file = file;
        this.index = index;
    }

    /// @param seen in the order of their digests, as table `certificates` has them
    /// @param local where the file is to be; it has no name once it is open
    static StoredCertificates of(Stream<CertificateObservation> seen, Path local) {
        try {
            Index index = new Index();
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(local)))) {
                seen.forEach(certificate -> append(out, index, certificate));
            }
            FileChannel file = FileChannel.open(local, StandardOpenOption.READ);
            Files.delete(local);
            return new StoredCertificates(file, index);
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
