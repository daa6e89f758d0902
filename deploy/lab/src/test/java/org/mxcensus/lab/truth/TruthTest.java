package org.mxcensus.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.lab.world.World;

/// What a crawl and a judge ought to say about the world with every fixture.
class TruthTest {

    private static final Truth TRUTH = Truth.of(World.everyFixture());

    @ParameterizedTest
    @CsvSource({
        "smtp-starttls-signed.nl,     HOSTS,         SECURE,   ''",
        "smtp-starttls-unsigned.nl,   HOSTS,         INSECURE, ''",
        "island.xx,                   HOSTS,         INSECURE, ''",
        "mx-null-signed.nl,           NULL_MX,       SECURE,   ''",
        "mx-null-mixed-signed.nl,     NULL_MX_MIXED, SECURE,   ''",
        "mx-implicit-unsigned.nl,     IMPLICIT,      INSECURE, ''",
        "mx-none-signed.nl,           NO_MAIL,       SECURE,   ''",
        "mx-gone-signed.nl,           NXDOMAIN,      SECURE,   ''",
        "dns-servfail-signed.nl,      UNMEASURED,    '',       SERVFAIL",
        "dns-bogus-signed.nl,         UNMEASURED,    '',       BOGUS",
        "dns-timeout-unsigned.nl,     UNMEASURED,    '',       TIMEOUT",
        "dns-refused-unsigned.nl,     UNMEASURED,    '',       REFUSED",
        "dns-malformed-unsigned.nl,   UNMEASURED,    '',       MALFORMED",
    })
    void whereMailForADomainGoes(String domain, String status, String security, String failure) {
        DomainTruth truth = TRUTH.domain(domain);
        assertThat(List.of(truth.mxStatus(), truth.mxSecurity(), truth.mxFailure()))
                .containsExactly(status, security, failure);
    }

    @ParameterizedTest
    @CsvSource({
        "tlsa-ee-key-signed,          VALID",
        "tlsa-ee-certificate-signed,  VALID",
        "tlsa-ee-sha512-signed,       VALID",
        "tlsa-ee-full-signed,         VALID",
        "tlsa-ta-key-signed,          VALID",
        "tlsa-ta-certificate-signed,  VALID",
        "tlsa-rolling-signed,         VALID",
        "tlsa-previous-signed,        MISMATCH",
        "tlsa-shadowed-signed,        MISMATCH",
        "tlsa-mismatch-signed,        MISMATCH",
        "tlsa-pkix-signed,            UNUSABLE",
        "tlsa-unusable-signed,        UNUSABLE",
        "tlsa-none-signed,            NOT_DEPLOYED",
        "tlsa-plain-signed,           STARTTLS_MISSING",
        "tlsa-handshake-signed,       HANDSHAKE_FAILED",
        "tlsa-dns-servfail-signed,    LOOKUP_FAILED",
        "tlsa-dns-bogus-signed,       LOOKUP_FAILED",
        "tlsa-ee-key-unsigned,        NOT_DEPLOYED",
        "tlsa-dns-servfail-unsigned,  NOT_DEPLOYED",
        "dane-self-signed-signed,     VALID",
        "dane-expired-signed,         VALID",
        "dane-wrong-name-signed,      VALID",
        "dane-wildcard-signed,        VALID",
        "mx-alias-signed,             VALID",
        "mx-abroad-signed,            NOT_DEPLOYED",
        "mx-abroad-unsigned,          HOST_READY_DOMAIN_INSECURE",
        "mx-two-signed,               NOT_DEPLOYED",
        "mx-null-signed,              ''",
    })
    void whatDaneDoesForADomain(String domain, String dane) {
        assertThat(TRUTH.domain(domain + ".nl").dane()).isEqualTo(dane);
    }

    @ParameterizedTest
    @CsvSource({
        // domain                       record     policy            mode      verdict
        "mode-enforce-signed,           VALID,     FETCHED,          enforce,  ENFORCING",
        "mode-testing-unsigned,         VALID,     FETCHED,          testing,  TESTING",
        "mode-none-signed,              VALID,     FETCHED,          none,     DISABLED",
        "policy-wildcard-signed,        VALID,     FETCHED,          enforce,  ENFORCING",
        "policy-alias-signed,           VALID,     FETCHED,          enforce,  ENFORCING",
        "policy-other-host-signed,      VALID,     FETCHED,          enforce,  BROKEN",
        "policy-wrong-certificate-signed, VALID,   FETCHED,          '',       BROKEN",
        "policy-not-found-signed,       VALID,     HTTP_ERROR,       '',       BROKEN",
        "policy-no-address-signed,      VALID,     NO_ADDRESS,       '',       BROKEN",
        "policy-refused-signed,         VALID,     NOT_CONNECTED,    '',       UNMEASURED",
        "policy-silent-signed,          VALID,     HANDSHAKE_FAILED, '',       UNMEASURED",
        "sts-multiple-signed,           MULTIPLE,  NOT_ASKED,        '',       NOT_DEPLOYED",
        "sts-malformed-signed,          MALFORMED, NOT_ASKED,        '',       NOT_DEPLOYED",
        "sts-other-text-signed,         VALID,     FETCHED,          enforce,  ENFORCING",
        "policy-without-record-signed,  ABSENT,    NOT_ASKED,        '',       NOT_DEPLOYED",
    })
    void whatMtaStsDoesForADomain(String domain, String record, String policy, String mode, String verdict) {
        DomainTruth truth = TRUTH.domain(domain + ".nl");
        assertThat(List.of(truth.stsRecord(), truth.stsPolicy(), truth.stsMode(), truth.mtaSts()))
                .containsExactly(record, policy, mode, verdict);
    }

    @ParameterizedTest
    @CsvSource({"ok, VALID", "multiple, MULTIPLE", "malformed, MALFORMED"})
    void whatTlsrptRecordADomainHas(String domain, String status) {
        assertThat(TRUTH.domain("tlsrpt-" + domain + "-signed.nl").tlsrpt()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "host-servfail.mx-signed.net,   FAILED,   '',       SERVFAIL, NOT_ASKED",
        "nobody.every-signed.net,       NXDOMAIN, SECURE,   '',       NOT_ASKED",
        "bare.every-signed.net,         NO_DATA,  SECURE,   '',       NOT_ASKED",
        "alias.every-signed.net,        FOUND,    SECURE,   '',       FOUND",
        "abroad.every-signed.net,       FOUND,    INSECURE, '',       ABSENT",
        "abroad.every-unsigned.net,     FOUND,    INSECURE, '',       ABSENT",
        "tlsa-ee-key.mx-unsigned.net,   FOUND,    INSECURE, '',       FOUND_INSECURE",
    })
    void whatAHostIs(String host, String aStatus, String security, String failure, String tlsa) {
        HostTruth truth = TRUTH.host(host);
        assertThat(List.of(truth.aStatus(), truth.security(), truth.failure(), truth.tlsaStatus()))
                .containsExactly(aStatus, security, failure, tlsa);
    }

    @Test
    void anAliasTakesItsTlsaFromWhereItLeads() {
        assertThat(TRUTH.host("alias.every-signed.net").tlsaBase()).isEqualTo("mx.every-signed.net");
    }

    /// The second call finds the server behind the greylist; who calls once does not know.
    @Test
    void whatAGreylistHidesTakesASecondCall() {
        String host = "smtp-greylist.mx-signed.net";
        assertThat(TRUTH.host(host).addresses())
                .singleElement()
                .extracting(AddressTruth::outcome, AddressTruth::starttls)
                .containsExactly("TLS_ESTABLISHED", "YES");
        assertThat(Truth.atFirst(World.everyFixture()).host(host).addresses())
                .singleElement()
                .extracting(AddressTruth::outcome, AddressTruth::starttls)
                .containsExactly("DEFERRED", "UNMEASURED");
    }

    @Test
    void withoutGreylistsTheFirstCallTellsAll() {
        Truth first = Truth.atFirst(World.everyFixture());
        assertThat(first.addresses().filter(address -> !address.host().contains("greylist")))
                .containsExactlyElementsOf(TRUTH.addresses()
                        .filter(address -> !address.host().contains("greylist"))
                        .toList());
    }

    @Test
    void whatCannotBeToldIsNeverNo() {
        for (String server : List.of(
                "refused",
                "silent",
                "reset",
                "deferred",
                "deferred-at-ehlo",
                "blocked",
                "garbage",
                "silent-at-handshake",
                "starttls-refused-temporary")) {
            assertThat(TRUTH.host("smtp-" + server + ".mx-signed.net").addresses())
                    .singleElement()
                    .extracting(AddressTruth::starttls)
                    .isEqualTo("UNMEASURED");
        }
    }
}
