package org.mxcensus.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Keystores by the JDK's own tool, for tests of [TlsListeners] and of their clients.
public final class Keystores {

    private Keystores() {}

    /// A key, and a certificate for 127.0.0.1 that signs itself: good as a broker's keystore and as its clients'
    /// truststore.
    ///
    /// @param file to be made, PKCS #12
    /// @return the file
    public static Path selfSigned(Path file, String password) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=broker",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        password,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool makes no keystore: " + said);
        }
        return file;
    }
}
