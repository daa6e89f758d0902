package org.mxcensus.crawler.pace;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.mxcensus.datasets.records.Sha256;
import org.mxcensus.datasets.store.UserError;

/// Which autonomous systems announce an address, as a routing table of that day had it.
///
/// A line a route, in any of three forms, plain or gzip; blank lines and those that begin with `#` are ignored:
///
/// - `192.0.2.0/24 64500`
/// - `192.0.2.0	24	64500`, as CAIDA publishes its prefix-to-AS files
/// - `192.0.2.0	192.0.2.255	64500	ZZ	NAME`, as iptoasn.com does; 0 is nobody
///
/// Several systems announce some prefixes: `64500_64501`, or `{64500,64501}`.
public final class RoutingTable {
    /// Nothing is known of any address.
    public static final RoutingTable NONE = new RoutingTable("none");

    private static final int GZIP_MAGIC = 0x1F8B;

    private final PrefixTable four = new PrefixTable(32);
    private final PrefixTable six = new PrefixTable(128);
    private final List<List<Long>> origins = new ArrayList<>();
    private String description;

    private RoutingTable(String description) {
        this.description = description;
    }

    /// @throws UserError where the file cannot be read, or a line is no route
    public static RoutingTable load(Path file) {
        MessageDigest digest = Sha256.digest();
        try (InputStream raw = new BufferedInputStream(new DigestInputStream(Files.newInputStream(file), digest));
                BufferedReader lines = new BufferedReader(new InputStreamReader(text(raw), StandardCharsets.UTF_8))) {
            RoutingTable table = new RoutingTable("");
            table.read(lines, file);
            if (table.isEmpty()) {
                throw new UserError("The routing table " + file + " has no route; " + FORMS);
            }
            String sha256 = HexFormat.of().formatHex(digest.digest());
            table.description = "%d prefixes, sha256 %s".formatted(table.four.size() + table.six.size(), sha256);
            return table;
        } catch (IOException e) {
            throw new UserError("The routing table " + file + " cannot be read; name a text file, plain or gzip.", e);
        }
    }

    private static final String FORMS =
            "give lines such as \"192.0.2.0/24 64500\", CAIDA's prefix-to-AS file or that of iptoasn.com.";

    private static InputStream text(InputStream raw) throws IOException {
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private void read(BufferedReader lines, Path file) throws IOException {
        Map<List<Long>, Integer> known = new HashMap<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                RouteLine route = RouteLine.parse(line).orElse(null);
                if (route == null) {
                    throw new UserError("The routing table %s, line %d, says \"%s\", which is no route; %s"
                            .formatted(file, number, line.length() > 80 ? line.substring(0, 80) : line, FORMS));
                }
                if (!route.systems().isEmpty()) {
                    put(route, known.computeIfAbsent(route.systems(), this::remember));
                }
            }
        }
    }

    private int remember(List<Long> systems) {
        origins.add(systems);
        return origins.size();
    }

    private void put(RouteLine route, int value) {
        for (RouteLine.Prefix prefix : route.prefixes()) {
            (prefix.isFour() ? four : six).put(prefix.high(), prefix.low(), prefix.length(), value);
        }
    }

    /// The systems that announce the longest prefix that the address lies in; none where nobody does.
    public List<Long> origins(InetAddress address) {
        if (isEmpty()) {
            return List.of();
        }
        byte[] bytes = address.getAddress();
        int value = bytes.length == 4
                ? four.find(RouteLine.number(bytes, 0, 4), 0)
                : six.find(RouteLine.number(bytes, 0, 8), RouteLine.number(bytes, 8, 16));
        return value == 0 ? List.of() : origins.get(value - 1);
    }

    public boolean isEmpty() {
        return origins.isEmpty();
    }

    /// As a manifest says it: how many prefixes, and the digest of the file.
    @Override
    public String toString() {
        return description;
    }
}
