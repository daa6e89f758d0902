package org.mxcensus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scan of others, taken in, judged again, counted and shown: the pages say what it saw, and what it did not look at.
class ServedScanTest {

    @TempDir
    Path folder;

    @Test
    void aScanIsShownWithWhatItDidNotLookAt() throws Exception {
        Path data = folder.resolve("data");
        Path exchanges = Files.write(
                folder.resolve("mx.txt"),
                List.of("modern.nl 10 modern.mx.example.net", "unscanned.nl 10 unscanned.mx.example.net"));
        String ca = resource("ca.pem");
        CommandRun.over(
                        data,
                        List.of("import", resource("scan.jsonl.gz"), "--mx", exchanges.toString(), "--ca-file", ca))
                .done();
        CommandRun.over(data, List.of("judge", "--ca-file", ca)).done();
        CommandRun.over(data, List.of("stats")).done();

        try (Served served = Served.start(
                folder.resolve("said"), "Ctrl-C", List.of("serve", "--data", data.toString(), "--port", "0"))) {
            says(served, "")
                    .contains("This is a scan of others.", "what zgrab2 saw of MX hosts", "unmeasured, not absent");
            says(served, "tld/nl").contains("2 domains", "no data", "2 unmeasured (100.0 %)");
            says(served, "domain/modern.nl")
                    .contains("MTA-STS record could not be told because not asked", "TLS 1.3 at every address yes")
                    .contains("Signed with DNSSEC unmeasured", "DANE unmeasured")
                    .doesNotContain("no good because", "0 ms", "NOT_ASKED");
            says(served, "host/modern.mx.example.net")
                    .contains("modern.mx.example.net ESMTP", "AAAA not asked", "TLSA not asked", "DANE unmeasured")
                    .doesNotContain("0 ms", "failed; not asked");
            says(served, "domain/unscanned.nl")
                    .contains("STARTTLS at every address unmeasured", "No address of this host was tried");
            assertThat(served.page("domain/unscanned.nl")).doesNotContain("/host/unscanned.mx.example.net");
            assertThat(served.get("host/unscanned.mx.example.net").statusCode()).isEqualTo(404);
            assertThat(served.page("api/v1/domains/modern.nl")).contains("NOT_ASKED", "\"UNMEASURED\"");
        }
    }

    /// The page's words, without its markup.
    private static AbstractStringAssert<?> says(Served served, String path) throws Exception {
        return assertThat(served.page(path).replaceAll("<[^>]*>", " ").replaceAll("[\\s\u00a0]+", " "));
    }

    private static String resource(String name) throws Exception {
        return Path.of(Objects.requireNonNull(ServedScanTest.class.getResource("scan/" + name))
                        .toURI())
                .toString();
    }
}
