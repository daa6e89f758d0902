package org.mxcensus.analyzer.conformance;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.TlsaRecord;

/// Which certificate of a chain a TLSA record names (RFC 6698 §2.1).
record MatchedCertificate(Material material) {

    /// @param match the record, in presentation form
    /// @return as the chain refers to it; null where none of the chain has the record's data
    @Nullable
    String of(String match, DaneCase.Smtp smtp) {
        TlsaRecord tlsa = TlsaText.parse(List.of(match)).getFirst();
        return smtp.chain().stream()
                .filter(one ->
                        tlsa.data().equals(data(tlsa, material.certificate(one).der())))
                .findFirst()
                .orElse(null);
    }

    private static String data(TlsaRecord tlsa, byte[] der) {
        try {
            byte[] selected = tlsa.selector() == 0
                    ? der
                    : CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der))
                            .getPublicKey()
                            .getEncoded();
            byte[] data = switch (tlsa.matching()) {
                case 0 -> selected;
                case 1 -> MessageDigest.getInstance("SHA-256").digest(selected);
                default -> MessageDigest.getInstance("SHA-512").digest(selected);
            };
            return HexFormat.of().formatHex(data);
        } catch (CertificateException e) {
            return ""; // A certificate that cannot be read is not what matched.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
