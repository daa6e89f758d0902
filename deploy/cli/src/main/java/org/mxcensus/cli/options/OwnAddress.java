package org.mxcensus.cli.options;

/// An address to listen on, or a name that this machine knows one of.
public final class OwnAddress extends Form {
    private OwnAddress() {
        super(Endpoint::address);
    }
}
