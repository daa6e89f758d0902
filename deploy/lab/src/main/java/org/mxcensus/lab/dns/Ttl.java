package org.mxcensus.lab.dns;

/// Times to live in seconds.
final class Ttl {

    static final long USUAL = 3600;
    static final long DENIAL = 300;

    private Ttl() {}
}
