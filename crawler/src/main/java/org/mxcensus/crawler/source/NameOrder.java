package org.mxcensus.crawler.source;

/// Sees names pass by and tells whether they come in order, whichever of the orders that zone files are written in.
/// As long as they do, none of them comes twice, and none of them need be remembered.
final class NameOrder {
    private final NameBytes last = new NameBytes();
    private boolean hasLast;
    private boolean isCanonical = true;
    private boolean isAlphabetical = true;
    private boolean isByLength = true;

    /// Sees another name.
    ///
    /// @return whether all names so far have come in the same order, each once
    boolean follows(NameBytes name) {
        if (hasLast) {
            var order = last.compareText(name);
            isAlphabetical &= order < 0;
            isByLength &= last.length() < name.length() || last.length() == name.length() && order < 0;
            isCanonical = isCanonical && last.compareCanonically(name) < 0;
        }
        last.copy(name);
        hasLast = true;
        return isCanonical || isAlphabetical || isByLength;
    }
}
