package org.mxcensus.crawler.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.ledger.RealServer;

/// `posttls-finger`, Postfix's mail client that looks and sends nothing: the second opinion about dialogues.
///
/// @param banner the text of the greeting
/// @param ehloName what the server calls itself
/// @param extensions before TLS
/// @param extensionsAfterTls after TLS
/// @param session as it came about; empty strings where none did
/// @param printed all of it
record PosttlsFinger(
        String banner,
        String ehloName,
        List<String> extensions,
        List<String> extensionsAfterTls,
        Seen session,
        String printed) {

    private static final Pattern SUMMARY =
            Pattern.compile("TLS connection established to \\S+: (\\S+) with cipher (\\S+)"
                    + " \\([^)]*\\)(?: key-exchange (?:ECDHE \\()?([^ )]+)\\)?)?(?: server-signature (\\S+) \\([^)]*\\))?"
                    + "(?: server-digest (\\S+))?");

    /// @param folder for its configuration, which says nothing
    static PosttlsFinger see(Path folder, InetSocketAddress address) {
        try {
            Files.writeString(folder.resolve("main.cf"), "compatibility_level = 3.6\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(Witness.ask(
                List.of(
                        RealServer.require("posttls-finger").toString(),
                        "-l",
                        "encrypt",
                        // A Postfix may well shake hands with another without showing a certificate.
                        "-o",
                        "tls_medium_cipherlist=HIGH:!aNULL",
                        "-C",
                        "-L",
                        "summary",
                        "[" + address.getAddress().getHostAddress() + "]:" + address.getPort()),
                "",
                Optional.of(folder)));
    }

    private static PosttlsFinger of(String printed) {
        List<String> banner = new ArrayList<>();
        List<List<String>> replies = new ArrayList<>();
        List<String> reply = banner;
        for (String line : printed.lines().toList()) {
            if (line.contains("posttls-finger: > ")) {
                reply = new ArrayList<>();
                if (line.contains("> EHLO ")) {
                    replies.add(reply);
                }
            } else if (line.contains("posttls-finger: < ")) {
                reply.add(line.replaceFirst(".*posttls-finger: < \\d\\d\\d[ -]", ""));
            }
        }
        return new PosttlsFinger(
                String.join("\n", banner),
                replies.isEmpty() ? "" : replies.getFirst().getFirst().split(" ", 2)[0],
                replies.isEmpty() ? List.of() : rest(replies.getFirst()),
                replies.size() < 2 ? List.of() : rest(replies.get(1)),
                session(printed),
                printed);
    }

    private static List<String> rest(List<String> lines) {
        return lines.subList(1, lines.size());
    }

    private static Seen session(String printed) {
        Matcher summary = SUMMARY.matcher(printed);
        if (!summary.find()) {
            return new Seen("", "", "", "", List.of());
        }
        return new Seen(
                summary.group(1),
                summary.group(2),
                Seen.group(orEmpty(summary.group(3))),
                Seen.signature(orEmpty(summary.group(4)), orEmpty(summary.group(5))),
                Witness.chain(printed));
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }
}
