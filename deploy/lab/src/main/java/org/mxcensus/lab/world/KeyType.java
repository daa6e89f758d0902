package org.mxcensus.lab.world;

/// What kind of key a mail server has.
public enum KeyType implements Fixture {
    P_256("ECDSA with P-256."),
    P_384("ECDSA with P-384."),
    ED25519("Ed25519, which most mail clients do not take."),
    RSA_2048("RSA with 2048 bits."),
    RSA_1024("RSA with 1024 bits."),
    DUAL("Two certificates: with a key of P-256 for who takes it, else with RSA of 2048 bits.");

    private final String description;

    KeyType(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    /// The one key that a client meets.
    ///
    /// @param ecdsa whether it takes ECDSA
    public KeyType met(boolean ecdsa) {
        return this != DUAL ? this : ecdsa ? P_256 : RSA_2048;
    }

    /// The one key that TLSA records name.
    public KeyType first() {
        return met(true);
    }
}
