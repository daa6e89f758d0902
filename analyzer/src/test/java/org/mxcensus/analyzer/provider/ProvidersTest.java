package org.mxcensus.analyzer.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.ProviderConfidence;
import org.mxcensus.datasets.schema.ProviderKind;
import org.mxcensus.datasets.store.UserError;

final class ProvidersTest {
    private static final Providers PROVIDERS = new Providers(PublicSuffixes.bundled());

    @Test
    void theMapHasAtLeastAHundredAndFiftyProviders() {
        assertThat(PROVIDERS.map().providers()).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void anOwnerWithSeveralNamesIsOneProvider() {
        assertThat(List.of("aspmx.l.google.com", "aspmx2.googlemail.com"))
                .map(PROVIDERS::ofHost)
                .containsOnly("google.com");
        assertThat(List.of("a-b.mail.protection.outlook.com", "a-b.r-v1.mx.microsoft"))
                .map(PROVIDERS::ofHost)
                .containsOnly("outlook.com");
    }

    @Test
    void aFilteringServiceIsMarkedAsOne() {
        assertThat(PROVIDERS.row("mx07-0001.pphosted.com", Stream.empty()))
                .isEqualTo(new HostProviderRow(
                        "mx07-0001.pphosted.com", "pphosted.com", "map", ProviderConfidence.HIGH, ProviderKind.FILTER));
    }

    @Test
    void aNameThatIsNotInTheMapGoesByItsRegisteredDomain() {
        assertThat(PROVIDERS.row("mail.example.co.uk", Stream.empty()))
                .isEqualTo(new HostProviderRow(
                        "mail.example.co.uk", "example.co.uk", "registered_domain", ProviderConfidence.MEDIUM, null));
        assertThat(PROVIDERS.row("localhost", Stream.empty()))
                .isEqualTo(new HostProviderRow("localhost", "localhost", "host", ProviderConfidence.LOW, null));
    }

    @Test
    void aCustomersMachineIsNotItsHostersMailService() {
        assertThat(PROVIDERS.ofHost("www12.your-server.de")).isEqualTo("hetzner.com");
        assertThat(PROVIDERS
                        .row("static.1.clients.your-server.de", Stream.empty())
                        .method())
                .isEqualTo("registered_domain");
    }

    @Test
    void aConsortiumIsAGroup() {
        assertThat(PROVIDERS.map().providers())
                .filteredOn(provider -> provider.groups().contains("e-mail-made-in-germany"))
                .extracting(Provider::id)
                .containsExactlyInAnyOrder("gmx.net", "t-online.de", "freenet.de", "ionos.com", "strato.de");
    }

    @Test
    void nameServersGoByTheMapAndElseByRegisteredDomain() {
        assertThat(PROVIDERS.ofNameServers(List.of("ns-1.awsdns-27.com", "ns-2.awsdns-03.co.uk")))
                .containsExactly("amazon.com");
        assertThat(PROVIDERS.ofNameServers(List.of("amy.ns.cloudflare.com", "ns1.example.org")))
                .containsExactly("cloudflare.net", "example.org");
        assertThat(PROVIDERS.ofNameServers(List.of("edns4.ultradns.biz", "edns4.ultradns.com", "edns4.ultradns.net")))
                .containsExactly("ultradns.com");
    }

    @Test
    void aProvidersOtherNamesAreItsOwn() {
        assertThat(PROVIDERS.isOwn("googlemail.com", "google.com")).isTrue();
        assertThat(PROVIDERS.isOwn("www.example.org", "example.org")).isTrue();
        assertThat(PROVIDERS.isOwn("example.org", "google.com")).isFalse();
    }

    @Test
    void whoOnlyAnswersForZonesReceivesNoMail() {
        assertThat(PROVIDERS.map().providers())
                .filteredOn(provider -> provider.kind() == ProviderKind.DNS)
                .isNotEmpty()
                .allSatisfy(provider -> {
                    assertThat(provider.mx()).isEmpty();
                    assertThat(provider.ns()).isNotEmpty();
                });
    }

    @Test
    void whatYamlTakesForAnotherThingIsNoWord() {
        assertThatThrownBy(() -> read("- {id: a.example, name: A, kind: filter, mx: [a.example, ~]}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("m.yaml, entry 1 of providers, a.example, mx, has an entry that is no word");
        assertThatThrownBy(() -> read("""
                        - id: a.example
                          name: A
                          kind: filter
                          ns:
                            - a.example
                            -"""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ns, has an entry that is no word");
        assertThatThrownBy(() -> read("- {id: [a.example], name: A, kind: filter}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("entry 1 of providers, id, has an entry that is no word");
        assertThatThrownBy(() -> read("- {id: a.example, name: , kind: filter}"))
                .hasMessageContaining("a.example, name, has an entry that is no word");
        assertThat(read("- {id: a.example, name: 1984, kind: filter, mx: [a.example]}")
                        .providers())
                .extracting(Provider::name)
                .containsExactly("1984");
        assertThat(read("- {id: no, name: On, kind: filter}").providers())
                .extracting(Provider::id, Provider::name)
                .containsExactly(tuple("no", "On"));
    }

    @Test
    void aFaultOfTheMapIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("- {id: a.example, name: A, kind: post, mx: [a.example]}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("m.yaml, entry 1 of providers, a.example, has the unknown kind post");
        assertThatThrownBy(() -> read("- {id: a.example, name: A, kind: filter, groups: [b]}"))
                .hasMessageContaining("unknown group b");
        assertThatThrownBy(() -> read("- {id: a.example, name: A, kind: filter, mxs: [b]}"))
                .hasMessageContaining("unknown key mxs");
        assertThatThrownBy(() -> read("- {id: a.example, kind: filter}")).hasMessageContaining("lacks name");
        assertThatThrownBy(() -> read("""
                        - {id: a.example, name: A, kind: filter, mx: [x.example]}
                        - {id: b.example, name: B, kind: filter, mx: [x.example]}""")).hasMessageContaining("x.example to a.example and to b.example");
        assertThatThrownBy(() -> read("- {id: a.example"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 4");
    }

    private static ProviderMapText read(String entries) {
        return ProviderMapText.parse("m.yaml", new StringReader("version: 1\ngroups: {}\nproviders:\n" + entries));
    }
}
