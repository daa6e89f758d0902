package org.mxcensus.analyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.analyzer.Pki;
import org.mxcensus.analyzer.Pki.Form;
import org.mxcensus.analyzer.Pki.Identity;
import org.mxcensus.datasets.schema.TlsFlaw;

/// Where RFC 9325 §4.5 draws the line, and of which certificates of a path it asks that.
class WeakKeysTest {
    private static final Form FORM = Form.server("mx.example.nl");

    @ParameterizedTest
    @CsvSource({"2040, true", "2048, false"})
    void rsaHas2048BitsAtLeast(int bits, boolean weak) {
        assertThat(flaws(Pki.selfSigned(FORM.rsa(bits)))).isEqualTo(weak ? Set.of(TlsFlaw.SHORT_RSA_KEY) : Set.of());
    }

    @ParameterizedTest
    @CsvSource({"secp192r1, true", "secp224r1, false", "secp256r1, false"})
    void curvesHave224BitsAtLeast(String curve, boolean weak) {
        assertThat(flaws(Pki.selfSigned(FORM.curve(curve)))).isEqualTo(weak ? Set.of(TlsFlaw.SMALL_EC_KEY) : Set.of());
    }

    @Test
    void aRootAboveTheLeafIsNotAskedHowItSignedItself() {
        Identity root = Pki.selfSigned(Form.authority("old root").signed("SHA1withECDSA"));
        Identity leaf = root.issue(FORM);

        assertThat(CertificateFlaws.of(List.of(leaf.certificate(), root.certificate())))
                .isEmpty();
        assertThat(CertificateFlaws.of(List.of(root.certificate()))).containsExactly(TlsFlaw.SHA1_CERTIFICATE);
    }

    @Test
    void anIntermediateIs() {
        Identity root = Pki.root("root");
        Identity weak = root.issue(Form.authority("weak").rsa(1024));
        Identity leaf = weak.issue(FORM);

        assertThat(CertificateFlaws.of(List.of(leaf.certificate(), weak.certificate(), root.certificate())))
                .containsExactly(TlsFlaw.SHORT_RSA_KEY);
    }

    private static Set<TlsFlaw> flaws(Identity leaf) {
        return CertificateFlaws.of(List.of(leaf.certificate()));
    }
}
