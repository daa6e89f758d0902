package org.mxcensus.crawler.mtasts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mxcensus.datasets.observation.ProtocolFailure;
import org.mxcensus.ledger.fuzz.Fuzz;

/// What policy hosts say, changed at random: a response, or one that is broken, and never more of a body than is
/// wanted.
class ResponsesUnderFuzzTest {
    private static final int MOST = 4_096;

    @Test
    void everyResponseHasAnEnd() throws Exception {
        new Fuzz(
                        "http-responses",
                        Stream.of(
                                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 22\r\n\r\nversion: STSv1\nmode: x",
                                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8;a=b\r\nversion:\r\n0\r\nX: y\r\n\r\n",
                                        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.0 200\r\n\r\nversion: STSv1",
                                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008b\u0008",
                                        "HTTP/1.1 301 Moved\r\nLocation: https://127.0.0.1/\r\n\r\n")
                                .map(seed -> seed.getBytes(ISO_8859_1))
                                .toList())
                .run(input -> {
                    try (ResponseReader reader = new ResponseReader(MOST)) {
                        // As a network brings it: in two pieces.
                        int middle = input.length / 2;
                        Optional<Response> early = reader.decoded(Arrays.copyOf(input, middle));
                        Response response = early.or(
                                        () -> reader.decoded(Arrays.copyOfRange(input, middle, input.length)))
                                .orElseGet(() -> reader.ended(ProtocolFailure.CLOSED));
                        if (response instanceof Response.Ok ok) {
                            assertThat(ok.body()).hasSizeLessThanOrEqualTo(MOST);
                        }
                    }
                });
    }
}
