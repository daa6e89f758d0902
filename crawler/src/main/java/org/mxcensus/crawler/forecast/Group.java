package org.mxcensus.crawler.forecast;

/// The kinds of mail servers that a forecast tells apart.
enum Group {
    NAMING("one host name per customer"),
    NAMING_IPV6("one host name per customer, IPv6"),
    PARKING("parking"),
    HOSTING("hosting servers"),
    OTHERS("providers with shared host names"),
    OWN_SERVERS("servers of one domain");

    private final String label;

    Group(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// Whether its servers are those of one large provider: near, well, and known.
    boolean isLarge() {
        return switch (this) {
            case NAMING, NAMING_IPV6 -> true;
            case PARKING, HOSTING, OTHERS, OWN_SERVERS -> false;
        };
    }
}
