package org.mxcensus.datasets.records;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The parts of a certificate (RFC 5280 §4.1) as they lie in its DER, each readable where others are not.
final class X509Outline {
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
    private static final byte[] ORGANIZATION = {0x55, 0x04, 0x0a};
    private static final byte[] SUBJECT_ALT_NAME = {0x55, 0x1d, 0x11};
    private static final byte[] BASIC_CONSTRAINTS = {0x55, 0x1d, 0x13};
    private static final byte[] AUTHORITY_INFO_ACCESS = {0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x01};
    private static final byte[] CA_ISSUERS = {0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02};
    private static final int VERSION_TAG = 0xa0;
    private static final int EXTENSIONS_TAG = 0xa3;
    private static final int DNS_NAME_TAG = 0x82;
    private static final int URI_TAG = 0x86;
    private static final int IP_ADDRESS_TAG = 0x87;
    private static final int LONGEST_SERIAL = 64;

    // RFC 5280 §4.1: version (where it is not 1), serialNumber, signature, issuer, validity, subject, key.
    private static final int SERIAL = 0;
    private static final int ISSUER = 2;
    private static final int VALIDITY = 3;
    private static final int SUBJECT = 4;
    private static final int PUBLIC_KEY = 5;

    private final List<Der> parts;
    private final List<Der> fields;
    private final int first;

    X509Outline(byte[] der) {
        parts = Der.read(der)
                .filter(certificate -> certificate.tag() == Der.SEQUENCE)
                .map(Der::children)
                .orElse(List.of());
        fields = parts.isEmpty() ? List.of() : parts.getFirst().children();
        first = !fields.isEmpty() && fields.getFirst().tag() == VERSION_TAG ? 1 : 0;
    }

    /// Whether there is anything of a certificate at all.
    boolean isReadable() {
        return publicKey().isPresent();
    }

    /// The serial number, hexadecimal, with a minus where it is negative. RFC 5280 §4.1.2.2 allows 20 octets; one of
    /// more than 64 is not read.
    Optional<String> serial() {
        return Optional.of(first + SERIAL)
                .filter(index -> index < fields.size())
                .map(fields::get)
                .filter(field -> field.tag() == Der.INTEGER)
                .map(Der::value)
                .filter(value -> value.length > 0 && value.length <= LONGEST_SERIAL)
                .map(value -> new BigInteger(value).toString(16));
    }

    /// The AlgorithmIdentifier beside the signature.
    Optional<Der> signatureAlgorithm() {
        return parts.size() > 1 ? Optional.of(parts.get(1)) : Optional.empty();
    }

    Optional<Instant> notBefore() {
        return sequence(VALIDITY).flatMap(validity -> validity.child(0)).flatMap(X509Time::of);
    }

    Optional<Instant> notAfter() {
        return sequence(VALIDITY).flatMap(validity -> validity.child(1)).flatMap(X509Time::of);
    }

    /// Whether basic constraints say that this is an authority (RFC 5280 §4.2.1.9).
    boolean isAuthority() {
        return extension(BASIC_CONSTRAINTS)
                .flatMap(constraints -> constraints.child(0).stream())
                .anyMatch(ca -> ca.tag() == Der.BOOLEAN && ca.content() < ca.end() && ca.value()[0] != 0);
    }

    /// Where the issuer's certificate can be had (RFC 5280 §4.2.2.1). Nobody here fetches it.
    List<String> caIssuers() {
        return extension(AUTHORITY_INFO_ACCESS)
                .flatMap(access -> access.children().stream())
                .map(Der::children)
                .filter(pair -> pair.size() == 2 && pair.getFirst().isOid(CA_ISSUERS))
                .map(List::getLast)
                .filter(location -> location.tag() == URI_TAG)
                .map(location -> new String(location.value(), StandardCharsets.ISO_8859_1))
                .toList();
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
        return attributes(subject(), COMMON_NAME).toList();
    }

    /// The organisation of the issuer, else its common name; of several the first that is not blank.
    Optional<String> issuerName() {
        return Stream.concat(attributes(issuer(), ORGANIZATION), attributes(issuer(), COMMON_NAME))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static Stream<String> attributes(Optional<Der> distinguishedName, byte[] type) {
        return distinguishedName.stream()
                .flatMap(name -> name.children().stream())
                .flatMap(set -> set.children().stream())
                .map(Der::children)
                .filter(pair -> pair.size() == 2 && pair.getFirst().isOid(type))
                .map(pair -> text(pair.getLast()));
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
        return extension(SUBJECT_ALT_NAME)
                .flatMap(names -> names.children().stream())
                .filter(name -> name.tag() == tag);
    }

    /// What an extension holds.
    private Stream<Der> extension(byte[] oid) {
        return fields.stream()
                .filter(field -> field.tag() == EXTENSIONS_TAG)
                .flatMap(field -> field.child(0).stream())
                .flatMap(extensions -> extensions.children().stream())
                .map(Der::children)
                .filter(pair -> pair.size() > 1 && pair.getFirst().isOid(oid))
                .map(List::getLast)
                .filter(value -> value.tag() == Der.OCTET_STRING)
                .flatMap(value -> Der.read(value.value()).stream());
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
