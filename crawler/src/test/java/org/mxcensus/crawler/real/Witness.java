package org.mxcensus.crawler.real;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A client program that tells what it saw.
final class Witness {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    private Witness() {}

    /// @param input what it reads
    /// @return all that it prints
    static String ask(List<String> command, String input) {
        return ask(command, input, Optional.empty());
    }

    /// @param mailConfig where a program of Postfix finds its configuration
    static String ask(List<String> command, String input, Optional<Path> mailConfig) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            mailConfig.ifPresent(folder -> builder.environment().put("MAIL_CONFIG", folder.toString()));
            Process process = builder.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // It needed no input.
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
        }
    }

    /// SHA-256 of each certificate printed, in their order.
    static List<String> chain(String text) {
        List<String> digests = new ArrayList<>();
        Matcher matcher = PEM.matcher(text);
        while (matcher.find()) {
            digests.add(sha256(matcher.group()));
        }
        return digests;
    }

    private static String sha256(String pem) {
        try {
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a certificate: " + pem, e);
        }
    }
}
