package org.mxcensus.crawler.smtp;

import java.util.HashMap;
import java.util.Map;
import org.mxcensus.crawler.queue.Partitions;
import org.mxcensus.datasets.observation.SmtpObservation;

/// What addresses have shown, in 20 to 40 bytes each: a digest and a packed [AddressHistory], by open addressing.
/// Whole observations are kept only where others take them over, which is where an address has four names.
///
/// Two addresses of one digest count as one, as in the keys that a partition has seen.
final class AddressMemory {
    private static final int FIRST_CAPACITY = 64;

    /// Digests at even places, histories behind each. Zero marks a free place.
    private long[] table = new long[2 * FIRST_CAPACITY];

    private int used;
    private final Map<Long, SmtpObservation> models = new HashMap<>();

    /// @return [AddressHistory#NONE] for an address that is not known
    AddressHistory of(String ip) {
        long digest = digest(ip);
        int place = place(table, digest);
        return table[place] == 0 ? AddressHistory.NONE : AddressHistory.unpacked(table[place + 1], models.get(digest));
    }

    void keep(String ip, AddressHistory history) {
        if (history.equals(AddressHistory.NONE)) {
            return;
        }
        long digest = digest(ip);
        int place = place(table, digest);
        if (table[place] == 0) {
            table[place] = digest;
            used++;
        }
        table[place + 1] = history.packed();
        history.reusable().ifPresentOrElse(model -> models.put(digest, model), () -> models.remove(digest));
        if (used * 5L > table.length / 2 * 4L) {
            grow();
        }
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        for (int from = 0; from < table.length; from += 2) {
            if (table[from] != 0) {
                System.arraycopy(table, from, larger, place(larger, table[from]), 2);
            }
        }
        table = larger;
    }

    /// Where the digest lies, or the free place where it belongs.
    private static int place(long[] table, long digest) {
        int place = 2 * (int) Long.remainderUnsigned(digest, table.length / 2);
        while (table[place] != 0 && table[place] != digest) {
            place = place + 2 == table.length ? 0 : place + 2;
        }
        return place;
    }

    /// Zero is taken; one will do as well.
    private static long digest(String ip) {
        return Math.max(1, Partitions.digest(ip) & Long.MAX_VALUE);
    }
}
