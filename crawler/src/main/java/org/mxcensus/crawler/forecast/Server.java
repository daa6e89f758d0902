package org.mxcensus.crawler.forecast;

/// How the server at an address is.
enum Server {
    WELL,
    /// Shows each name a chain of its own.
    OWN_CHAINS,
    /// Holds its greeting back.
    SLOW,
    WITHOUT_STARTTLS,
    SILENT,
    REFUSING,
    MUTE,
    /// Says 4yz the first time.
    GREYLISTING,
    /// Says 4yz each time.
    NEVER;

    /// The server at an address of a group.
    ///
    /// @param kind drawn evenly from [0, 1)
    /// @param chains drawn evenly from [0, 1)
    static Server of(Group group, double kind, double chains, Inputs inputs) {
        if (group.isLarge()) {
            return WELL;
        }
        double rest = kind;
        for (Troubled troubled : TROUBLED) {
            rest -= inputs.of(troubled.share);
            if (rest < 0) {
                return troubled.server;
            }
        }
        return switch (group) {
            case HOSTING -> chains < inputs.of(Input.HOSTING_OWN_CHAIN_SHARE) ? OWN_CHAINS : WELL;
            case PARKING -> WITHOUT_STARTTLS;
            case NAMING, NAMING_IPV6, OTHERS, OWN_SERVERS -> WELL;
        };
    }

    private record Troubled(Input share, Server server) {}

    private static final Troubled[] TROUBLED = {
        new Troubled(Input.SILENT_SHARE, SILENT),
        new Troubled(Input.REFUSING_SHARE, REFUSING),
        new Troubled(Input.MUTE_SHARE, MUTE),
        new Troubled(Input.PLAIN_SHARE, WITHOUT_STARTTLS),
        new Troubled(Input.COMING_BACK_SHARE, GREYLISTING),
        new Troubled(Input.NEVER_SHARE, NEVER),
        new Troubled(Input.SLOW_SHARE, SLOW)
    };

    /// What a probe comes to where nothing is lost on the way.
    Told told(int attempt) {
        return switch (this) {
            case WELL, SLOW -> Told.CHAIN;
            case OWN_CHAINS -> Told.OWN_CHAIN;
            case WITHOUT_STARTTLS -> Told.PLAIN;
            case SILENT, REFUSING -> Told.SILENCE;
            case MUTE -> Told.MUTE;
            case GREYLISTING -> attempt == 1 ? Told.COME_BACK : Told.CHAIN;
            case NEVER -> Told.COME_BACK;
        };
    }
}
