package org.mxcensus.datasets.records;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The parts of a certificate (RFC 5280 §4.1) as they lie in its DER, each readable where others are not.
final class X509Outline {
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
    private static final byte[] SUBJECT_ALT_NAME = {0x55, 0x1d, 0x11};
    private static final int VERSION_TAG = 0xa0;
    private static final int EXTENSIONS_TAG = 0xa3;
    private static final int DNS_NAME_TAG = 0x82;
    private static final int IP_ADDRESS_TAG = 0x87;

    // RFC 5280 §4.1: version (where it is not 1), serialNumber, signature, issuer, validity, subject, key.
    private static final int ISSUER = 2;
    private static final int SUBJECT = 4;
    private static final int PUBLIC_KEY = 5;

    private final List<Der> fields;
    private final int first;

    X509Outline(byte[] der) {
        fields = Der.read(der)
                .filter(certificate -> certificate.tag() == Der.SEQUENCE)
                .flatMap(certificate -> certificate.child(0))
                .map(Der::children)
                .orElse(List.of());
        first = !fields.isEmpty() && fields.getFirst().tag() == VERSION_TAG ? 1 : 0;
    }

    Optional<Der> issuer() {
        return sequence(ISSUER);
    }

    Optional<Der> subject() {
        return sequence(SUBJECT);
    }

    Optional<Der> publicKey() {
        return sequence(PUBLIC_KEY);
    }

    /// The common names of the subject, in order.
    List<String> commonNames() {
        return subject().stream()
                .flatMap(name -> name.children().stream())
                .flatMap(set -> set.children().stream())
                .map(Der::children)
                .filter(pair -> pair.size() == 2 && pair.getFirst().isOid(COMMON_NAME))
                .map(pair -> text(pair.getLast()))
                .toList();
    }

    /// The dNSName entries of the subject alternative name, as sent (RFC 5280 §4.2.1.6).
    List<String> dnsNames() {
        return alternativeNames(DNS_NAME_TAG)
                .map(name -> new String(name.value(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    /// The iPAddress entries of the subject alternative name that have the length of an address.
    List<String> ipAddresses() {
        return alternativeNames(IP_ADDRESS_TAG)
                .map(Der::value)
                .filter(address -> address.length == 4 || address.length == 16)
                .map(IpText::of)
                .toList();
    }

    private Optional<Der> sequence(int index) {
        return fields.size() > first + index
                ? Optional.of(fields.get(first + index)).filter(field -> field.tag() == Der.SEQUENCE)
                : Optional.empty();
    }

    private Stream<Der> alternativeNames(int tag) {
        return fields.stream()
                .filter(field -> field.tag() == EXTENSIONS_TAG)
                .flatMap(field -> field.child(0).stream())
                .flatMap(extensions -> extensions.children().stream())
                .map(Der::children)
                .filter(parts -> parts.size() > 1 && parts.getFirst().isOid(SUBJECT_ALT_NAME))
                .map(List::getLast)
                .filter(value -> value.tag() == Der.OCTET_STRING)
                .flatMap(value -> Der.read(value.value()).stream())
                .flatMap(names -> names.children().stream())
                .filter(name -> name.tag() == tag);
    }

    /// A string of a name (RFC 5280 §4.1.2.4).
    private static String text(Der string) {
        return new String(string.value(), charset(string.tag()));
    }

    private static Charset charset(int tag) {
        return switch (tag) {
            case 0x0c -> StandardCharsets.UTF_8; // UTF8String
            case 0x1e -> StandardCharsets.UTF_16BE; // BMPString
            case 0x1c -> StandardCharsets.UTF_32BE; // UniversalString
            default -> StandardCharsets.ISO_8859_1; // PrintableString, IA5String, TeletexString
        };
    }
}
