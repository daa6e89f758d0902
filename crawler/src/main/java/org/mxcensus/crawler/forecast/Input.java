package org.mxcensus.crawler.forecast;

import static org.mxcensus.crawler.forecast.Basis.ASSUMED;
import static org.mxcensus.crawler.forecast.Basis.MEASURED;
import static org.mxcensus.crawler.forecast.Basis.PUBLISHED;

import java.util.Locale;

/// What a forecast is made from, beside the crawler's own rules: what domains and servers are like, and what the
/// crawler was measured to cost. Each has a usual value, and says where that comes from.
///
/// Shares are between 0 and 1. Shares of domains are of all domains of the frame; what they leave has no mail server.
public enum Input {
    LARGEST_SHARE(
            0.125,
            "share of domains at the largest provider, whose customers share a few host names",
            ASSUMED,
            "half of a quarter; of gTLD domains with MX, 34 % were at Google in March 2023 (J. Schaumann, "
                    + "netmeister.org/blog/mx-diversity.html), which is 14 % of all"),
    NAMING_SHARE(
            0.125,
            "share of domains at the provider that gives each customer a host name",
            ASSUMED,
            "the other half of a quarter; Microsoft had 4.7 % of gTLD domains with MX in March 2023 (J. Schaumann), "
                    + "which is 2 % of all: the forecast is made for a harder world"),
    NAMING_ADDRESSES(400, "its IPv4 addresses", ASSUMED, "some hundreds of front ends"),
    NAMING_NETWORKS(
            40, "its /24 networks", ASSUMED, "of 52.101.0.0/16, where names of mail.protection.outlook.com lie"),
    NAMING_ADDRESSES_PER_NAME(
            4,
            "addresses of each of its names",
            PUBLISHED,
            "four A records in four networks (msn-com.olc.protection.outlook.com, whatsmydns.net, June 2024)"),
    NAMING_TLSA_SHARE(0.02, "share of its names with TLSA", ASSUMED, "opt-in since 2024, for signed zones"),
    NAMING_IPV6_SHARE(0.1, "share of its names with IPv6 addresses as well", ASSUMED, "opt-in"),
    NAMING_IPV6_NETWORKS(
            1, "its /48 networks", PUBLISHED, "2a01:111:f403::/48 holds all IPv6 ranges of spf.protection.outlook.com"),
    OTHERS_SHARE(
            0.10,
            "share of domains at other providers, whose customers share host names",
            ASSUMED,
            "GoDaddy 14 % and Namecheap 13.5 % of gTLD domains with MX in March 2023 (J. Schaumann), and smaller ones"),
    OTHERS_ADDRESSES(20_000, "addresses of those", ASSUMED, "some thousand providers with some hosts each"),
    HOSTING_SHARE(
            0.10,
            "share of domains with a host name of their own on a shared hosting server",
            ASSUMED,
            "98 % of 30 million host names served one domain, of 81 million domains with MX (J. Schaumann, March 2023)"),
    HOSTING_SERVERS(60_000, "such servers", ASSUMED, "270 domains a server"),
    HOSTING_PER_NETWORK(30, "such servers in a /24", ASSUMED, "the largest side by side, which is the worst case"),
    HOSTING_SKEW(
            0.5, "exponent by which their sizes fall with their rank", ASSUMED, "the largest has 120 times the mean"),
    HOSTING_OWN_CHAIN_SHARE(
            0.5,
            "share of them that show each name a chain of its own",
            ASSUMED,
            "by server name, as cPanel's Exim does"),
    PARKING_SHARE(
            0.01,
            "share of domains with a host name of their own on a parking host",
            ASSUMED,
            "wildcard MX; without STARTTLS"),
    PARKING_ADDRESSES(4, "addresses of parking hosts", ASSUMED, "in two networks"),
    OWN_SERVER_SHARE(
            0.03, "share of domains with a mail server of their own", ASSUMED, "what is left of the names above"),
    OWN_SERVER_ADDRESSES(1.2, "addresses of each of those", ASSUMED, "few have IPv6"),
    OWN_SERVER_PER_NETWORK(5, "such addresses in a network", ASSUMED, "rented machines lie side by side"),
    TLSA_SHARE(
            0.01,
            "share of names elsewhere with TLSA",
            PUBLISHED,
            "0.9 % of popular domains with MX (alexsci.com, June 2024)"),

    SILENT_SHARE(0.05, "share of addresses where nobody answers", ASSUMED, "of hosting, parking and own servers"),
    REFUSING_SHARE(0.02, "share of addresses that refuse the connection", ASSUMED, "of the same"),
    MUTE_SHARE(0.002, "share of addresses that take a connection and never greet", ASSUMED, "of the same"),
    PLAIN_SHARE(
            0.05, "share of addresses without STARTTLS", ASSUMED, "0.7 % among popular domains (alexsci.com, 2024)"),
    COMING_BACK_SHARE(0.02, "share of addresses that first answer with 4yz", ASSUMED, "greylisting by client"),
    NEVER_SHARE(0.01, "share of addresses that always answer us with 4yz", ASSUMED, "our address has no reputation"),
    SLOW_SHARE(0.05, "share of addresses that hold the greeting back", ASSUMED, "to unmask senders that cannot wait"),
    LOST_SHARE(0.002, "share of probes that fail although the server is well", ASSUMED, "lost packets, restarts"),

    DNS_FAILING_SHARE(
            0.03, "share of domains whose look-ups fail", ASSUMED, "lame delegations, name servers that are away"),

    NEAR_SECONDS(0.3, "a probe of the two largest, in seconds", ASSUMED, "seven round trips of 40 ms"),
    FAR_SECONDS(0.8, "a probe of anybody else, in seconds", ASSUMED, "seven round trips of 110 ms"),
    SLOW_SECONDS(6, "how long a greeting is held back, in seconds", PUBLISHED, "postscreen_greet_wait of Postfix"),
    DOMAIN_SECONDS(
            0.6,
            "a look at a domain, in seconds",
            ASSUMED,
            "three look-ups one after the other through a cold resolver, and 15 s for three in a hundred that fail"),
    HOST_SECONDS(0.4, "a look at a host, in seconds", ASSUMED, "two look-ups one after the other, and those that fail"),

    DOMAIN_CPU_MS(
            0.28, "CPU time of the crawler for a domain, in ms", MEASURED, "10,000 domains of one host in the lab"),
    HOST_CPU_MS(
            0.15,
            "CPU time of the crawler for a host, in ms",
            MEASURED,
            "the same with a host each, all at one address"),
    ROW_CPU_MS(
            0.01,
            "CPU time of the crawler for a target that takes over what others have shown, in ms",
            MEASURED,
            "the same with two addresses each; too little to tell from nothing"),
    PROBE_CPU_MS(0.68, "CPU time of the crawler for a probe, in ms", MEASURED, "the same with a server each"),
    BUSY_SHARE(0.7, "share of a core that may be used", ASSUMED, "the rest is for peaks"),
    DOMAIN_QUERIES(
            7,
            "queries for a domain",
            MEASURED,
            "of a list: 6 where there is an MX, 7 or 8 where there is none; of a zone file one less"),
    HOST_QUERIES(3, "queries for a host", MEASURED, "where the zone is not signed"),
    QUERY_CPU_MS(
            0.15,
            "CPU time of the resolver for a query, in ms",
            MEASURED,
            "Unbound 1.17.1, one thread, 60,000 names of an unsigned zone, one query upstream: 0.09 for MX, 0.15 for AAAA"),
    UPSTREAM_QUERIES(
            1.5, "queries that a resolver sends for one that it is asked", ASSUMED, "most names are asked once"),
    QUERY_BYTES(95, "bytes of a query on the wire", MEASURED, "with the headers of UDP, IP and Ethernet"),
    ANSWER_BYTES(
            300,
            "bytes of an answer on the wire",
            ASSUMED,
            "141 in an unsigned lab, 203 in one of which a third is signed; delegations are longer"),
    PROBE_BYTES_OUT(2_200, "bytes sent by a probe", MEASURED, "1,900 and 2,500 in two labs"),
    PROBE_BYTES_IN(
            5_400, "bytes received by a probe", ASSUMED, "2,800 and 4,000 in two labs, whose chains are 2 kB shorter"),
    SILENT_BYTES_OUT(300, "bytes sent to an address where nobody answers", ASSUMED, "four SYN of 74 bytes"),

    FRAME_BYTES(7, "bytes of a row of table frame", MEASURED, "11,354 real domains of public bodies, in the lab"),
    DOMAIN_BYTES(43, "bytes of a row of table domains", MEASURED, "the same, with their real MX and SPF records"),
    HOST_BYTES(35, "bytes of a row of table mx_hosts", MEASURED, "the same"),
    SMTP_BYTES(78, "bytes of a row of table smtp", MEASURED, "the same"),
    CERTIFICATE_BYTES(
            1_300,
            "bytes of a row of table certificates",
            ASSUMED,
            "a leaf as the large authorities issue them; 294 in the lab, whose certificates are alike"),
    RELEASE_SHARE(0.96, "size of the sorted release files, as a share of the crawl's parts", MEASURED, "the same"),
    MESSAGE_BYTES(
            25,
            "bytes of a message in a Kafka log, packed",
            ASSUMED,
            "16 for the 194,172 domains of .nu in 64 partitions; hosts and targets are longer"),
    AFTER_CPU_MS(
            0.115,
            "time of finish, judge and stats for a domain on one machine, in ms",
            MEASURED,
            "200,000 generated domains");

    private final double usual;
    private final String meaning;
    private final Basis basis;
    private final String source;

    Input(double usual, String meaning, Basis basis, String source) {
        this.usual = usual;
        this.meaning = meaning;
        this.basis = basis;
        this.source = source;
    }

    /// As it is written on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public double usual() {
        return usual;
    }

    public String meaning() {
        return meaning;
    }

    public Basis basis() {
        return basis;
    }

    /// Where the usual value comes from.
    public String source() {
        return source;
    }
}
