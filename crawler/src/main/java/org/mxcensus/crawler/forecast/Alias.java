package org.mxcensus.crawler.forecast;

/// Draws from a distribution in constant time, by Walker's alias method as M. D. Vose builds its table (A linear
/// algorithm for generating random numbers with a given distribution, 1991).
final class Alias {
    private final double[] keep;
    private final int[] other;

    /// @param weights not all of them zero
    Alias(double[] weights) {
        int size = weights.length;
        keep = new double[size];
        other = new int[size];
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        int[] small = new int[size];
        int[] large = new int[size];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < size; i++) {
            keep[i] = weights[i] * size / total;
            if (keep[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            other[less] = more;
            keep[more] -= 1 - keep[less];
            if (keep[more] < 1) {
                small[smalls++] = more;
                larges--;
            }
        }
        // What is left is one, but for rounding.
        while (larges > 0) {
            keep[large[--larges]] = 1;
        }
        while (smalls > 0) {
            keep[small[--smalls]] = 1;
        }
    }

    /// @param share drawn evenly from [0, 1)
    int at(double share) {
        double place = share * keep.length;
        int at = (int) place;
        return place - at < keep[at] ? at : other[at];
    }
}
