package org.mxcensus.crawler.source;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// A large zone like those of registries: two name servers a domain, every third domain signed, some glue.
///
/// @param domains how many
/// @param order in which they come
record GeneratedZone(int domains, Order order) {
    /// How it is written.
    enum Order {
        /// As a signed zone is transferred.
        SORTED,
        /// In no order; the records of a domain together.
        SHUFFLED,
        /// Sorted, the DS records behind all others.
        DS_LAST
    }

    private static final int SIGNED = 3;
    private static final int WITH_GLUE = 20;
    private static final int HOSTERS = 5_000;
    private static final int WIDTH = 1 << 24;
    /// Odd, so that multiplying by it visits every number once.
    private static final int STRIDE = 0x9E_3779 | 1;

    long signed() {
        return Math.ceilDiv(domains, SIGNED);
    }

    /// Records, with SOA, NS and its address.
    long records() {
        return 3 + 2L * domains + signed() + Math.ceilDiv(domains, WITH_GLUE);
    }

    /// Writes it to a file, packed where its name ends in `.gz`.
    Path write(Path file) {
        try (var out = Files.newOutputStream(file);
                var packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
                var text = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.US_ASCII), 1 << 16)) {
            text.write("nl.\t3600\tIN\tSOA\tns1.dns.nl. hostmaster.nl. 2026080100 3600 600 2419200 600\n");
            text.write("nl.\t3600\tIN\tNS\tns1.dns.nl.\nns1.dns.nl.\t3600\tIN\tA\t192.0.2.1\n");
            for (var i = 0; i < WIDTH; i++) {
                var domain = order == Order.SHUFFLED ? i * STRIDE & WIDTH - 1 : i;
                if (domain < domains) {
                    delegation(text, domain);
                }
            }
            for (var i = 0; order == Order.DS_LAST && i < domains; i += SIGNED) {
                ds(text, i);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delegation(Writer text, int domain) throws IOException {
        var owner = name(domain);
        var hoster = domain * 31 % HOSTERS;
        for (var server = 1; server <= 2; server++) {
            text.write(owner + "\t3600\tIN\tNS\tns" + server + ".hoster-" + hoster + ".net.\n");
        }
        if (domain % SIGNED == 0 && order != Order.DS_LAST) {
            ds(text, domain);
        }
        if (domain % WITH_GLUE == 0) {
            text.write("ns." + owner + "\t3600\tIN\tA\t192.0.2.1\n");
        }
    }

    private static void ds(Writer text, int domain) throws IOException {
        var half = Integer.toHexString(domain | 0x1000_0000);
        text.write(name(domain) + "\t3600\tIN\tDS\t" + (domain & 0xffff) + " 13 2 "
                + half.repeat(8).toUpperCase(Locale.ROOT) + "\n");
    }

    private static String name(int domain) {
        var digits = Integer.toString(domain + 10_000_000);
        return "some-domain-" + digits + ".nl.";
    }
}
