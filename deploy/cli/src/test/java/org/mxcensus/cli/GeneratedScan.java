package org.mxcensus.cli;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// A large scan, made by varying the recorded one: each host has a name and a certificate of its own and two
/// addresses, and is used by two domains.
///
/// @param lines of the scan; as many domains are told of
record GeneratedScan(int lines) {
    private static final int USES = 2;
    private static final List<String> TLDS = List.of("nl", "se", "com", "org", "de");
    private static final Pattern ADDRESS = Pattern.compile("^\\{\"ip\":\"[^\"]*\"");
    private static final Pattern LEAF = Pattern.compile("\"certificate\":\\{\"raw\":\"[^\"]*");
    /// Twelve characters before the end of a certificate stand bytes of its signature: eight of them are the number.
    private static final int FROM_END = 12;

    private static final int NUMBER = 8;

    /// Writes the lines as zgrab2 has them, in zstd.
    void writeScan(Path file) throws IOException {
        List<String> recorded = recorded();
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new ZstdOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII))) {
            for (int i = 0; i < lines; i++) {
                int host = i / USES;
                out.append(varied(recorded.get(host % recorded.size()), i, host))
                        .append('\n');
            }
        }
    }

    /// Writes which domains use the hosts.
    void writeExchanges(Path file) throws IOException {
        List<String> names = recorded().stream().map(GeneratedScan::host).toList();
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                int host = i / USES;
                out.append("d%d.%s 10 %s\n"
                        .formatted(i, TLDS.get(i % TLDS.size()), named(names.get(host % names.size()), host)));
            }
        }
    }

    private static String varied(String line, int number, int host) {
        String addressed = ADDRESS.matcher(line)
                .replaceFirst("{\"ip\":\"10.%d.%d.%d\"".formatted(number >> 16, number >> 8 & 0xff, number & 0xff));
        Matcher leaf = LEAF.matcher(addressed);
        return named(leaf.find() ? certified(addressed, leaf.end() - FROM_END, host) : addressed, host);
    }

    private static String certified(String line, int at, int host) {
        byte[] number =
                Arrays.copyOfRange(ByteBuffer.allocate(Long.BYTES).putLong(host).array(), 2, Long.BYTES);
        return line.substring(0, at) + Base64.getEncoder().encodeToString(number) + line.substring(at + NUMBER);
    }

    private static String named(String text, int host) {
        return text.replace(".mx.example.net", ".mx.example%d.net".formatted(host));
    }

    private static String host(String line) {
        int from = line.indexOf("\"domain\":\"") + "\"domain\":\"".length();
        return line.substring(from, line.indexOf('"', from));
    }

    private static List<String> recorded() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(GeneratedScan.class.getResourceAsStream("scan/scan.jsonl.gz"))),
                StandardCharsets.US_ASCII))) {
            return lines.lines().toList();
        }
    }
}
