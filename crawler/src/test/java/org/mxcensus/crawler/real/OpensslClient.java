package org.mxcensus.crawler.real;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mxcensus.ledger.RealServer;

/// What `openssl s_client` sees of a server: the second opinion.
///
/// @param version `TLSv1.3`
/// @param cipher by OpenSSL's name
/// @param group by OpenSSL's name; empty for key transport by RSA
/// @param chain SHA-256 of each certificate, as sent
record OpensslClient(String version, String cipher, String group, List<String> chain) {

    private static final Pattern SUITE = Pattern.compile("New, (TLS\\S+), Cipher is (\\S+)");
    private static final Pattern GROUP = Pattern.compile("Server Temp Key: (?:ECDH, )?([^,\\s]+)");
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    static OpensslClient see(int port, String serverName, String... options) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                RealServer.require("openssl").toString(),
                                "s_client",
                                "-connect",
                                "127.0.0.1:" + port,
                                "-servername",
                                serverName,
                                "-showcerts",
                                "-ign_eof"),
                        Stream.of(options))
                .toList();
        String seen = run(command, "QUIT\r\n");
        return new OpensslClient(first(SUITE, 1, seen), first(SUITE, 2, seen), first(GROUP, 1, seen), chain(seen));
    }

    private static String run(List<String> command, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return output;
    }

    private static String first(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(group) : "";
    }

    private static List<String> chain(String text) throws GeneralSecurityException {
        List<String> digests = new ArrayList<>();
        Matcher matcher = PEM.matcher(text);
        while (matcher.find()) {
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(matcher.group().getBytes(StandardCharsets.US_ASCII)));
            digests.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        }
        return digests;
    }
}
