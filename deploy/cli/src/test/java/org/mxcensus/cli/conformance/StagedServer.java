package org.mxcensus.cli.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.mxcensus.analyzer.conformance.DaneCase;
import org.mxcensus.analyzer.conformance.DaneCase.StartTls;
import org.mxcensus.analyzer.conformance.Suite;

/// The mail server of one case: takes mail and throws it away, behind STARTTLS as the case has it.
final class StagedServer {
    private static final int PORT = 25;
    private static final int PATIENCE_MILLIS = 60_000;

    // RFC 8446 §6: a record of an alert, fatal, handshake_failure.
    private static final byte[] ALERT = {21, 3, 3, 0, 2, 2, 40};

    // RFC 5246 §7.4.2: suites of the only kind that needs no certificate.
    private static final String[] WITHOUT_CERTIFICATE = {
        "TLS_DH_anon_WITH_AES_128_GCM_SHA256", "TLS_DH_anon_WITH_AES_256_GCM_SHA384"
    };

    private final DaneCase given;
    private final InetAddress address;
    private final SSLContext tls;

    private StagedServer(DaneCase given, InetAddress address, Suite<?> suite) {
        this.given = given;
        this.address = address;
        this.tls = ServerKeys.context(given.smtp(), suite);
    }

    /// Serves until the process ends; nobody is there where the case wants nobody.
    static void start(StagedCase staged, Suite<?> suite) {
        DaneCase given = staged.given();
        if (given.smtp().starttls() == StartTls.NOT_CONNECTED) {
            return;
        }
        StagedServer server = new StagedServer(given, Staging.address(staged.address()), suite);
        try {
            ServerSocket listening = new ServerSocket();
            listening.bind(new InetSocketAddress(server.address, PORT));
            Thread.ofVirtual().start(() -> server.accept(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (true) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            if (given.smtp().starttls() == StartTls.DEFERRED) {
                say(socket, given.smtp().reply() + " not now");
                return;
            }
            say(socket, "220 " + given.host() + " ESMTP");
            talk(socket, false);
        } catch (IOException gone) {
            // Whoever called has seen what there was to see.
        }
    }

    /// @param secured whether TLS is in place
    private void talk(Socket socket, boolean secured) throws IOException {
        while (true) {
            String command = read(socket);
            String verb = command.toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
            switch (verb) {
                case "EHLO" -> {
                    boolean offered = !secured && given.smtp().starttls() != StartTls.NOT_OFFERED;
                    say(socket, "250" + (offered ? "-" : " ") + given.host());
                    if (offered) {
                        say(socket, "250 STARTTLS");
                    }
                }
                case "STARTTLS" -> {
                    if (given.smtp().starttls() == StartTls.REFUSED) {
                        say(socket, given.smtp().reply() + " no TLS today");
                    } else {
                        secure(socket);
                        return;
                    }
                }
                case "MAIL", "RCPT", "RSET", "NOOP", "HELO" -> say(socket, "250 2.0.0 ok");
                case "DATA" -> {
                    say(socket, "354 go on");
                    while (!read(socket).equals(".")) {
                        // Thrown away.
                    }
                    say(socket, "250 2.0.0 taken");
                }
                case "QUIT" -> {
                    say(socket, "221 2.0.0 bye");
                    return;
                }
                default -> say(socket, "502 5.5.1 no such command");
            }
        }
    }

    private void secure(Socket socket) throws IOException {
        say(socket, "220 2.0.0 ready");
        if (given.smtp().starttls() == StartTls.HANDSHAKE_FAILED) {
            socket.getOutputStream().write(ALERT);
            return;
        }
        try (SSLSocket over = (SSLSocket) tls.getSocketFactory().createSocket(socket, given.host(), PORT, true)) {
            over.setUseClientMode(false);
            if (given.smtp().chain().isEmpty()) {
                over.setEnabledProtocols(new String[] {"TLSv1.2"});
                over.setEnabledCipherSuites(WITHOUT_CERTIFICATE);
            }
            talk(over, true);
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// Byte by byte, so that nothing of the handshake that follows is taken away.
    private static String read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        int c;
        while ((c = in.read()) != '\n') {
            if (c < 0) {
                throw new IOException("the end");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
