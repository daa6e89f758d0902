package org.mxcensus.analyzer.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.names.PublicSuffixes;
import org.mxcensus.datasets.schema.HostProviderRow;
import org.mxcensus.datasets.schema.ProviderConfidence;

/// Whose an MX host is that has the customer's own name.
class AgreementTest {
    private static final Providers PROVIDERS = new Providers(PublicSuffixes.bundled());
    private static final String HOST = "mx.example.nl";

    private static final Shown NOTHING = new Shown(List.of(), List.of());
    private static final Shown MICROSOFT =
            new Shown(List.of("mail.protection.outlook.com", "*.MX.microsoft"), List.of());
    private static final Shown SAYS_GOOGLE = new Shown(List.of(), List.of("mx.google.com"));

    @Test
    void aCertificateSaysIt() {
        HostProviderRow row = row(MICROSOFT, NOTHING);

        assertThat(row.provider()).isEqualTo("outlook.com");
        assertThat(row.method()).isEqualTo("certificate");
        assertThat(row.confidence()).isEqualTo(ProviderConfidence.MEDIUM);
    }

    @Test
    void wordsSayLess() {
        HostProviderRow row = row(SAYS_GOOGLE, SAYS_GOOGLE);

        assertThat(row.provider()).isEqualTo("google.com");
        assertThat(row.method()).isEqualTo("greeting");
        assertThat(row.confidence()).isEqualTo(ProviderConfidence.LOW);
    }

    @Test
    void namesOfTheCustomerSayNothing() {
        assertThat(row(new Shown(List.of(HOST, "mail.protection.outlook.com"), List.of(HOST)))
                        .provider())
                .isEqualTo("outlook.com");
        own(row(new Shown(List.of(HOST), List.of(HOST))));
    }

    @Test
    void addressesThatDisagreeAreNobodys() {
        own(row(MICROSOFT, SAYS_GOOGLE));
        own(row(MICROSOFT, new Shown(List.of(HOST), List.of(HOST))));
    }

    @Test
    void aCertificateThatNamesTwoIsNobodys() {
        own(row(new Shown(List.of("mail.protection.outlook.com", "aspmx.l.google.com"), List.of())));
    }

    @Test
    void wordsThatContradictACertificateCountForNothing() {
        own(row(
                new Shown(List.of("mail.protection.outlook.com"), List.of("mx.google.com")),
                new Shown(List.of(), List.of("mx.google.com"))));
    }

    @Test
    void whatWasNotReachedGoesByItsName() {
        own(row(NOTHING));
        own(row());
    }

    @Test
    void theHostsOwnNameComesFirst() {
        HostProviderRow row = PROVIDERS.row("aspmx.l.google.com", Stream.of(MICROSOFT));

        assertThat(row.provider()).isEqualTo("google.com");
        assertThat(row.method()).isEqualTo("map");
    }

    private static void own(HostProviderRow row) {
        assertThat(row.provider()).isEqualTo("example.nl");
        assertThat(row.method()).isEqualTo("registered_domain");
    }

    private static HostProviderRow row(Shown... addresses) {
        return PROVIDERS.row(HOST, Stream.of(addresses));
    }
}
