package org.mxcensus.crawler.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mxcensus.datasets.observation.CertificateObservation;
import org.mxcensus.datasets.observation.TlsSession;
import org.mxcensus.datasets.records.Sha256;

/// What zcrypto noted of a handshake.
///
/// The scheme of the signature is left out: what an older client offers first need not be what the server would choose.
///
/// @param session empty where the server did not come so far as to choose a suite
/// @param certificates as they were sent
/// @param alert the number of the alert that was received
record GrabbedTls(Optional<TlsSession> session, List<CertificateObservation> certificates, Optional<Integer> alert) {

    private static final GrabbedTls NOTHING = new GrabbedTls(Optional.empty(), List.of(), Optional.empty());

    private static final Map<Integer, String> VERSIONS =
            Map.of(0x300, "SSLv3", 0x301, "TLSv1", 0x302, "TLSv1.1", 0x303, "TLSv1.2", 0x304, "TLSv1.3");

    /// As BoringSSL calls them; zcrypto's names differ in case, and it has not all of them.
    private static final Map<Integer, String> GROUPS = Map.of(
            23, "P-256",
            24, "P-384",
            25, "P-521",
            29, "X25519",
            4587, "SecP256r1MLKEM768",
            4588, "X25519MLKEM768",
            4589, "SecP384r1MLKEM1024");

    static GrabbedTls of(Grab.@Nullable TlsLog tls) {
        Grab.@Nullable HandshakeLog log = tls == null ? null : tls.handshakeLog();
        if (log == null) {
            return NOTHING;
        }
        List<CertificateObservation> sent = certificates(log.serverCertificates());
        return new GrabbedTls(
                Optional.ofNullable(log.serverHello()).flatMap(hello -> session(hello, log, sent)),
                sent,
                Optional.ofNullable(log.alert()));
    }

    private static Optional<TlsSession> session(
            Grab.ServerHello hello, Grab.HandshakeLog log, List<CertificateObservation> sent) {
        return version(hello)
                .flatMap(version -> Optional.ofNullable(hello.cipherSuite())
                        .map(suite -> new TlsSession(
                                version,
                                cipher(suite),
                                group(hello, log),
                                Optional.empty(),
                                sent.stream()
                                        .map(CertificateObservation::sha256)
                                        .toList())));
    }

    // RFC 8446 §4.1.3: the version field says TLS 1.2; that of TLS 1.3 stands in an extension.
    private static Optional<String> version(Grab.ServerHello hello) {
        Grab.@Nullable SupportedVersions extension = hello.supportedVersions();
        Grab.@Nullable Code selected = extension == null ? null : extension.selectedVersion();
        return Optional.ofNullable(selected == null ? hello.version() : selected)
                .map(code -> VERSIONS.getOrDefault(code.value(), "0x%04x".formatted(code.value())));
    }

    /// IANA's name: zcrypto writes anonymous suites in capitals, and SSL_ before a few old ones.
    private static String cipher(Grab.Code suite) {
        String name = suite.name() == null ? "" : suite.name();
        return name.startsWith("TLS_") || name.startsWith("SSL_")
                ? name.replaceFirst("^SSL_", "TLS_").replaceFirst("_ANON_", "_anon_")
                : "0x%04X".formatted(suite.value());
    }

    private static Optional<String> group(Grab.ServerHello hello, Grab.HandshakeLog log) {
        if (hello.keyShare() != null) {
            return group(hello.keyShare().value(), hello.keyShare().name());
        }
        Grab.@Nullable ServerKeyExchange exchange = log.serverKeyExchange();
        if (exchange == null) {
            return Optional.empty();
        }
        if (exchange.ecdhParams() != null && exchange.ecdhParams().curveId() != null) {
            return group(
                    exchange.ecdhParams().curveId().id(),
                    exchange.ecdhParams().curveId().name());
        }
        return exchange.dhParams() == null || exchange.dhParams().prime() == null
                ? Optional.empty()
                : Optional.of("dh" + exchange.dhParams().prime().length());
    }

    private static Optional<String> group(int number, @Nullable String name) {
        return Optional.ofNullable(GROUPS.getOrDefault(number, name));
    }

    private static List<CertificateObservation> certificates(Grab.@Nullable ServerCertificates sent) {
        if (sent == null) {
            return List.of();
        }
        Stream<Grab.Certificate> others = sent.chain() == null ? Stream.empty() : sent.chain().stream();
        return Stream.concat(Stream.ofNullable(sent.certificate()), others)
                .flatMap(certificate -> Stream.ofNullable(certificate.raw()))
                .map(der -> new CertificateObservation(Sha256.of(der), der))
                .toList();
    }
}
