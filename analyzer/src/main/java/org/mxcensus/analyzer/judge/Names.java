package org.mxcensus.analyzer.judge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mxcensus.datasets.records.X509Facts;

/// The names in a certificate and whether they fit a reference identifier.
///
/// Three kinds of sender compare three ways:
///
/// | who | reference identifiers | with |
/// |---|---|---|
/// | DANE-TA(2), RFC 7672 §3.2 | TLSA base domain, next hop, its secure expansion | [#daneNames] |
/// | MTA-STS, RFC 8461 §4.1 | the MX host alone | DNS names |
/// | Web PKI, RFC 9525 §6 | the policy host | DNS names |
///
/// Addresses are no names: iPAddress entries never match, since mail goes to hosts.
final class Names {
    /// RFC 5280 §4.2.1.6: the preferred name syntax of RFC 1034 §3.5, so no empty label, no dot at the end, and
    /// internationalised names as A-labels. The underscore of some hosts is let pass.
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?" + "(?:\\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*");

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final int LONGEST_NAME = 253;

    private Names() {}

    /// What DANE-TA(2) compares: DNS names, and the common name only where there is none (RFC 7672 §3.2.3).
    static List<String> daneNames(X509Facts facts) {
        return facts.dnsNames().isEmpty() ? facts.commonNames() : facts.dnsNames();
    }

    /// @param reference a host name in any case, with or without a dot at the end
    static boolean match(List<String> presented, String reference) {
        return match(folded(presented), reference);
    }

    /// The same for many references.
    ///
    /// @param presented as [#folded] gives them
    static boolean match(Set<String> presented, String reference) {
        String name = reference.toLowerCase(Locale.ROOT);
        String relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return isName(relative) && (presented.contains(relative) || presented.contains(wildcard(relative)));
    }

    /// Names in lower case, each once.
    static Set<String> folded(List<String> presented) {
        return presented.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /// RFC 9525 §6.3: a wildcard is the whole leftmost label and stands for exactly one label. Of a top-level domain
    /// it stands for nothing, as OpenSSL has it, by which most mail servers compare.
    ///
    /// @return the only one that stands for a name; the name itself where there is none
    private static String wildcard(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && name.indexOf('.', dot + 1) > 0 ? "*" + name.substring(dot) : name;
    }

    /// Whether this is the name of a host, and not an address that looks like one.
    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME
                && NAME.matcher(text).matches()
                && !ADDRESS.matcher(text).matches();
    }
}
