package org.mxcensus.crawler.dns;

import org.xbill.DNS.Name;

/// What is asked.
///
/// @param name absolute
/// @param checkingDisabled the CD bit: the resolver is to answer what it could not validate too (RFC 4035
///     §3.2.2)
record Question(Name name, int type, boolean checkingDisabled) {

    Question(Name name, int type) {
        this(name, type, false);
    }

    Question withCheckingDisabled() {
        return new Question(name, type, true);
    }
}
