package org.mxcensus.crawler.real;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.ledger.RealServer;

/// `openssl s_client`: the second opinion about sessions.
///
/// @param command runs OpenSSL
record OpensslClient(List<String> command) {

    private static final Pattern SUITE = Pattern.compile("New, (TLS\\S+), Cipher is (\\S+)");
    /// From OpenSSL 3.2 on there is one line for all kinds of group.
    private static final Pattern GROUP =
            Pattern.compile("(?:Negotiated TLS1.3 group: |(?:Server|Peer) Temp Key: (?:ECDH, )?)([^,\\s]+)");
    private static final Pattern DIGEST = Pattern.compile("Peer signing digest: (\\S+)");
    private static final Pattern KEY = Pattern.compile("Peer signature type: (\\S+)");

    /// What BoringSSL offers, in its order, but for SHA-1.
    private static final String SCHEMES = "ecdsa_secp256r1_sha256:rsa_pss_rsae_sha256:rsa_pkcs1_sha256"
            + ":ecdsa_secp384r1_sha384:rsa_pss_rsae_sha384:rsa_pkcs1_sha384:rsa_pss_rsae_sha512:rsa_pkcs1_sha512";

    /// The installed one.
    static OpensslClient installed() {
        return new OpensslClient(List.of(RealServer.require("openssl").toString()));
    }

    /// The options by which Debian 13's offers groups, key shares, signature schemes and suites as our client does: a
    /// server's choice depends on them.
    ///
    /// @param suites of TLS 1.2, by OpenSSL's names, most wanted first
    static List<String> offeringAsWeDo(List<String> suites) {
        return List.of(
                "-groups",
                "*X25519MLKEM768:*X25519:P-256:P-384",
                "-sigalgs",
                SCHEMES,
                "-ciphersuites",
                "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256",
                "-cipher",
                String.join(":", suites));
    }

    /// Looks at a server that speaks TLS at once.
    Seen see(InetSocketAddress address, String serverName, List<String> options) {
        return seen(ask(address, serverName, options));
    }

    /// Looks at a mail server.
    Seen seeStartTls(InetSocketAddress address, List<String> options) {
        return seen(askStartTls(address, options));
    }

    /// What it prints about a mail server.
    String askStartTls(InetSocketAddress address, List<String> options) {
        List<String> all = new ArrayList<>(List.of("-starttls", "smtp"));
        all.addAll(options);
        return ask(address, Keys.HOST, all);
    }

    private String ask(InetSocketAddress address, String serverName, List<String> options) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(
                "s_client", "-connect", MailServer.text(address), "-servername", serverName, "-showcerts", "-ign_eof"));
        all.addAll(options);
        return Witness.ask(all, "QUIT\r\n");
    }

    private static Seen seen(String text) {
        return new Seen(
                first(SUITE, 1, text),
                first(SUITE, 2, text),
                Seen.group(first(GROUP, 1, text)),
                Seen.signature(first(KEY, 1, text), first(DIGEST, 1, text)),
                Witness.chain(text));
    }

    private static String first(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(group) : "";
    }
}
