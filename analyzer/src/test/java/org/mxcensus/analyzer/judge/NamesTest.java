package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.datasets.records.X509Facts;

/// Which names of a certificate count, and for what.
class NamesTest {

    // RFC 7672 §3.2.3
    @Test
    void theCommonNameCountsForDaneWhereThereIsNoOther() {
        Pki.Identity without = Pki.selfSigned(Form.server().named("mx.example.nl"));
        Pki.Identity beside = Pki.selfSigned(Form.server("mail.example.nl").named("mx.example.nl"));

        assertThat(Names.daneNames(facts(without))).containsExactly("mx.example.nl");
        assertThat(facts(without).dnsNames()).isEmpty();
        assertThat(Names.daneNames(facts(beside))).containsExactly("mail.example.nl");
        assertThat(facts(beside).dnsNames()).containsExactly("mail.example.nl");
    }

    private static X509Facts facts(Pki.Identity identity) {
        return X509Facts.of(identity.der());
    }

    @ParameterizedTest
    @CsvSource({"253, true", "254, false"})
    void aNameHasAtMost253Characters(int length, boolean matches) {
        String label = "a".repeat(49) + ".";
        String name = label.repeat(5) + "b".repeat(length - 250);

        assertThat(name).hasSize(length);
        assertThat(Names.match(List.of(name), name)).isEqualTo(matches);
        assertThat(Names.match(List.of(name), name + ".")).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "mx.example.nl , MX.Example.NL , true",
        "MX.example.nl , mx.example.nl , true",
        "*.example.nl  , mx.example.nl , true",
        "*.nl          , example.nl    , false",
        "*.            , nl            , false",
        "*.nl          , nl            , false",
        "*.example.nl  , example.nl    , false",
        "*.example.nl  , a.b.example.nl, false",
        "a*.example.nl , ab.example.nl , false",
        "192.0.2.1     , 192.0.2.1     , false",
        "_mx.example.nl, _mx.example.nl, true",
        "mx..nl        , mx..nl        , false",
    })
    void namesOfHostsAreCompared(String presented, String reference, boolean matches) {
        assertThat(Names.match(List.of("other.example.nl", presented), reference))
                .isEqualTo(matches);
    }
}
