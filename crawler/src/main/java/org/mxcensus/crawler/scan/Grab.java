package org.mxcensus.crawler.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of zgrab2, as far as it is read here: its field names, in the form that `modules/smtp/scanner.go` and
/// zcrypto's
/// `tls/tls_handshake.go` write (zgrab2 since 2018; zcrypto 2c658ce3c66f). What it has parsed of certificates is passed
/// over: their DER is read here.
///
/// @param ip the address; null where only a name was given and zgrab2 looked it up itself
/// @param domain the name; null where only an address was given
record Grab(
        @Nullable String ip,
        @Nullable String domain,
        @Nullable Data data) {

    /// @param smtp null where the module was not run, or under another name
    record Data(@Nullable Module smtp) {}

    /// @param status how it ended: `success`, `connection-timeout`, …
    /// @param timestamp RFC 3339
    /// @param error what Go says of it; null where all went well
    record Module(
            @Nullable String status,
            @Nullable Result result,
            @Nullable String timestamp,
            @Nullable String error) {}

    /// Replies with codes and line ends, as they came; null where the command was not sent.
    ///
    /// @param implicitTls TLS began with the connection, as on port 465
    record Result(
            @Nullable String banner,
            @Nullable String ehlo,
            @Nullable String starttls,
            boolean implicitTls,
            @Nullable TlsLog tls) {}

    record TlsLog(@Nullable HandshakeLog handshakeLog) {}

    /// @param alert the number of an alert that was received
    record HandshakeLog(
            @Nullable ServerHello serverHello,
            @Nullable ServerCertificates serverCertificates,
            @Nullable ServerKeyExchange serverKeyExchange,
            @Nullable Integer alert) {}

    /// @param version of the handshake: that of TLS 1.2 in TLS 1.3 too
    /// @param supportedVersions with the version of TLS 1.3
    /// @param keyShare the group of TLS 1.3
    record ServerHello(
            @Nullable Code version,
            @Nullable Code cipherSuite,
            @Nullable SupportedVersions supportedVersions,
            @Nullable Code keyShare) {}

    record SupportedVersions(@Nullable Code selectedVersion) {}

    /// A number of a registry of IANA, with its name.
    record Code(@Nullable String hex, @Nullable String name, int value) {}

    /// @param certificate the leaf
    /// @param chain what was sent behind it
    record ServerCertificates(
            @Nullable Certificate certificate, @Nullable List<Certificate> chain) {}

    /// @param raw DER, in base64
    @SuppressWarnings("ArrayRecordComponent") // is read and never compared
    record Certificate(byte @Nullable [] raw) {}

    /// Before TLS 1.3.
    record ServerKeyExchange(
            @Nullable EcdhParams ecdhParams, @Nullable DhParams dhParams) {}

    record EcdhParams(@Nullable Curve curveId) {}

    record Curve(@Nullable String name, int id) {}

    record DhParams(@Nullable Prime prime) {}

    /// @param length in bits
    record Prime(int length) {}
}
