package org.mxcensus.datasets.names;

/// What the list says of one name. A name of which it says nothing is there because a longer one is.
///
/// @param isSuffix the name is a public suffix
/// @param hasWildcard every name one label below is a public suffix (`*.name`)
/// @param isException the name is none although a wildcard says so (`!name`)
record SuffixRule(boolean isSuffix, boolean hasWildcard, boolean isException) {
    static final SuffixRule NOTHING = new SuffixRule(false, false, false);

    SuffixRule and(SuffixRule that) {
        return new SuffixRule(
                isSuffix || that.isSuffix, hasWildcard || that.hasWildcard, isException || that.isException);
    }
}
