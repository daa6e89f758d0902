package org.mxcensus.analyzer.stats;

/// A group of domains that figures are about.
public sealed interface Scope {

    /// Every domain of the frame, each once.
    record All() implements Scope {}

    /// The domains of one source.
    record Source(String source) implements Scope {}

    /// The domains below one top-level domain.
    record Tld(String tld) implements Scope {}

    /// The domains whose mail one provider receives; there are figures from [#SMALLEST_PROVIDER] domains up.
    record Provider(String provider) implements Scope {}

    /// A provider's domains below one top-level domain; there are figures from [#SMALLEST_CELL] domains up.
    record TldProvider(String tld, String provider) implements Scope {}

    /// The domains whose mail a provider of one group receives, such as the members of a consortium.
    record ProviderGroup(String group) implements Scope {}

    /// The domains whose name servers one operator runs, alone or beside others; there are figures from
    /// [#SMALLEST_PROVIDER] domains up.
    record DnsOperator(String operator) implements Scope {}

    /// The domains an MX host of which shows a certificate of one issuer, alone or beside others.
    record Issuer(String issuer) implements Scope {}

    /// From how many domains up a cell of TLD and provider has figures.
    int SMALLEST_CELL = 10;

    /// From how many domains up a provider has figures: who receives mail for one domain alone provides for nobody.
    int SMALLEST_PROVIDER = 2;

    /// The name in column `scope`: `all`, `source`, `tld`, `provider`, `tld_provider`,
    /// `provider_group`, `dns_operator`, `issuer`.
    default String kind() {
        return switch (this) {
            case All _ -> "all";
            case Source _ -> "source";
            case Tld _ -> "tld";
            case Provider _ -> "provider";
            case TldProvider _ -> "tld_provider";
            case ProviderGroup _ -> "provider_group";
            case DnsOperator _ -> "dns_operator";
            case Issuer _ -> "issuer";
        };
    }

    /// The group's name within its kind; empty for `all`, `tld/provider` for a cell of both.
    default String key() {
        return switch (this) {
            case All _ -> "";
            case Source s -> s.source();
            case Tld s -> s.tld();
            case Provider s -> s.provider();
            case TldProvider s -> s.tld() + "/" + s.provider();
            case ProviderGroup s -> s.group();
            case DnsOperator s -> s.operator();
            case Issuer s -> s.issuer();
        };
    }
}
