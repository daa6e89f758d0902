package org.mxcensus.crawler.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.schema.SmtpMapping;
import org.mxcensus.ledger.fuzz.Fuzz;

/// Lines of other people's scans, changed at random: a row, or one clear reason why not.
class ScansUnderFuzzTest {

    @Test
    void linesOfZgrab() throws Exception {
        fuzz("zgrab-lines", """
                        {"ip":"192.0.2.1","domain":"mx.example.net","data":{"smtp":{"status":"success","protocol":"smtp",\
                        "result":{"banner":"220 mx.example.net ESMTP\\r\\n","ehlo":"250-mx\\r\\n250 STARTTLS\\r\\n",\
                        "starttls":"220 go\\r\\n","quit":"221 bye\\r\\n","tls":{"handshake_log":{"server_hello":{"version":\
                        {"name":"TLSv1.2","value":771},"cipher_suite":{"name":"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256","value":49199}},\
                        "server_certificates":{"certificate":{"raw":"MIIB"},"chain":[{"raw":"AAAA"}]}}}},\
                        "timestamp":"2026-08-01T10:00:00Z"}}}""", """
                        {"ip":"2001:db8::1","domain":"größe.example","data":{"smtp":{"status":"io-timeout","error":"i/o timeout",\
                        "timestamp":"2026-08-01T10:00:00+02:00","result":null}}}""").run(input -> {
            switch (ScanLine.parse(new String(input, UTF_8))) {
                case ScanLine.Seen seen ->
                    assertThat(SmtpMapping.toRow(seen.seen()).host()).isNotEmpty();
                case ScanLine.Malformed malformed ->
                    assertThat(malformed.reason()).isNotEmpty();
            }
        });
    }

    @Test
    void linesOfMxRecords() throws Exception {
        fuzz("mx-lines", "example.nl 10 mx.example.net", "example.nl. 3600 IN MX 0 .", "; none")
                .run(input -> assertThat(MxLine.parse(new String(input, UTF_8))).isNotNull());
    }

    private static Fuzz fuzz(String name, String... seeds) {
        return new Fuzz(name, Stream.of(seeds).map(seed -> seed.getBytes(UTF_8)).toList());
    }
}
