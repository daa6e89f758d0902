package org.mxcensus.lab.world;

/// Where the data of a TLSA record comes from that does not stand in the world file: right data, and the mistakes that
/// people make.
public enum TlsaData implements Fixture {
    AUTO("The right data: of the server itself for usages 1 and 3, of its issuing authority for 0 and 2."),
    PREVIOUS("As auto, of the key that the server had before: a record that a roll-over left behind."),
    NEXT("As auto, of the key that the server is to have next: a record that came too early."),
    OTHER_KEY("As auto, of the second key of a server with two."),
    LEAF("Of the server itself, whatever the usage."),
    ISSUER("Of the issuing authority, whatever the usage."),
    ROOT("Of the lab's root, which few servers send."),
    RETIRED_CA("Of Let's Encrypt Authority X3, which issues no more; in 2 1 1 alone."),
    OTHER_SELECTOR("As auto, of the certificate where the selector says key, and the other way round."),
    OTHER_MATCHING("As auto, by the other digest: SHA-512 where the matching type says SHA-256."),
    EMPTY("The digest of nothing."),
    PEM("As auto, of the PEM file instead of the DER."),
    TYPO("As auto, with one digit wrong."),
    CUT("As auto, without the last digits.");

    private final String description;

    TlsaData(String description) {
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    /// Whether there is such data for records with these parameters.
    boolean fits(int usage, int selector, int matching) {
        if (usage > 3 || selector > 1 || matching > 2) {
            return false;
        }
        return switch (this) {
            case AUTO, LEAF, ISSUER, OTHER_SELECTOR -> true;
            // An authority keeps its key, and has one.
            case PREVIOUS, NEXT, OTHER_KEY -> usage % 2 == 1;
            case ROOT -> usage % 2 == 0;
            case RETIRED_CA -> usage == 2 && selector == 1 && matching == 1;
            case OTHER_MATCHING, EMPTY, PEM, TYPO, CUT -> matching > 0;
        };
    }
}
