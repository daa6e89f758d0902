package org.mxcensus.analyzer.judge;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mxcensus.datasets.observation.TlsaRecord;

/// Mistakes in making the association data.
final class Slips {
    /// Two, since a pair of digits that changed places is one slip.
    private static final int DIGITS = 2;

    private static final int PEM_LINE = 64;
    private static final Set<String> OF_NOTHING = Set.copyOf(TlsaRules.digests(new byte[0]));

    private Slips() {}

    /// The digest of nothing, as of a file that was not there.
    static boolean emptyInput(Mismatch mismatch) {
        return mismatch.published().stream().anyMatch(record -> OF_NOTHING.contains(record.data()));
    }

    /// The digest of the file that OpenSSL writes instead of what is in it (RFC 6698 §2.1.2).
    static boolean pemText(Mismatch mismatch) {
        Set<String> digests = mismatch.sent().stream()
                .flatMap(Slips::texts)
                .flatMap(text -> TlsaRules.digests(text.getBytes(StandardCharsets.US_ASCII)).stream())
                .collect(Collectors.toSet());
        return mismatch.published().stream().anyMatch(record -> digests.contains(record.data()));
    }

    private static Stream<String> texts(X509Certificate certificate) {
        return Stream.of(
                        pem("CERTIFICATE", TlsaRules.selected(0, certificate)),
                        pem("PUBLIC KEY", TlsaRules.selected(1, certificate)))
                .flatMap(text -> Stream.of(text, text.substring(0, text.length() - 1)))
                .flatMap(text -> Stream.of(text, text.replace("\n", "\r\n")));
    }

    private static String pem(String label, byte[] content) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /// The right data but for a digit or two.
    static boolean mistyped(Mismatch mismatch) {
        return mismatch.published().stream()
                .anyMatch(record -> right(record, mismatch).anyMatch(data -> isSlipOf(data, record.data())));
    }

    /// What a record would hold for each certificate that it may name.
    private static Stream<String> right(TlsaRecord record, Mismatch mismatch) {
        if (!TlsaRules.known(record)) {
            return Stream.empty();
        }
        X509Certificate leaf = mismatch.chain().leaf();
        return mismatch.sent().stream()
                .filter(certificate -> certificate.equals(leaf) == (record.usage() == TlsaRules.DANE_EE))
                .map(certificate -> TlsaRules.data(record.selector(), record.matching(), certificate));
    }

    private static boolean isSlipOf(String right, String published) {
        return right.length() == published.length() && differences(right, published) <= DIGITS;
    }

    private static long differences(String one, String other) {
        return IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .limit(DIGITS + 1L)
                .count();
    }
}
