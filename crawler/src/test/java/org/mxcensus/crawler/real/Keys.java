package org.mxcensus.crawler.real;

import java.time.Instant;
import java.util.List;
import org.mxcensus.crawler.tls.TestCertificates;
import org.mxcensus.ledger.RealServer;

/// The kinds of key that a server may have at once.
enum Keys {
    NONE,
    ECDSA,
    RSA,
    BOTH;

    static final String HOST = "mx.example.net";

    private static final TestCertificates OF_ECDSA = TestCertificates.issued(HOST, "EC", Instant.now());
    private static final TestCertificates OF_RSA = TestCertificates.issued(HOST, "RSA", Instant.now());

    /// Names of files below, those of the keys that there are.
    List<String> files() {
        return switch (this) {
            case NONE -> List.of();
            case ECDSA -> List.of("ecdsa.pem");
            case RSA -> List.of("rsa.pem");
            case BOTH -> List.of("ecdsa.pem", "rsa.pem");
        };
    }

    /// A key and its chain.
    static String pem(String file) {
        return file.equals("rsa.pem") ? OF_RSA.pem() : ecdsaPem();
    }

    /// The JDK writes an ECDSA key without its public half, and GnuTLS refuses that (RFC 5915 §3 wants it there).
    private static String ecdsaPem() {
        String pem = OF_ECDSA.pem();
        String told = Witness.ask(List.of(RealServer.require("openssl").toString(), "ec"), pem);
        String key = told.substring(told.indexOf("-----BEGIN EC PRIVATE KEY-----"));
        return key + pem.substring(pem.indexOf("-----BEGIN CERTIFICATE-----"));
    }

    /// What our client is shown, which names the schemes of ECDSA first: SHA-256 of each certificate.
    List<String> shown() {
        return switch (this) {
            case NONE -> List.of();
            case ECDSA, BOTH -> OF_ECDSA.fingerprints();
            case RSA -> OF_RSA.fingerprints();
        };
    }
}
