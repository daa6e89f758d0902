package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.analyzer.publish.Tier;

/// A dashboard of which nobody has said what others may see.
class OwnMachineTest {

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost", "Host: 127.0.0.1:8080", "Host: [::1]:8080", "Host: 127.9.1.1"})
    void itsOwnMachineIsAnswered(String headers) throws Exception {
        assertThat(answer(DashboardOptions.DEFAULT, "GET", headers)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: census.example",
                "Host: 127.0.0.1.census.example",
                "Host: localhost.census.example:8080",
                "Host: localhost\r\nX-Forwarded-For: 192.0.2.7",
                "Host: localhost\r\nForwarded: for=192.0.2.7",
                "Host: localhost\r\nVia: 1.1 proxy"
            })
    void whoComesByAnotherNameOrThroughAProxyIsNot(String headers) throws Exception {
        assertThat(answer(DashboardOptions.DEFAULT, "GET", headers))
                .startsWith("HTTP/1.1 421 ")
                .contains("whoever runs it can say with --publish what others may see.")
                .doesNotContain("big.example");
        assertThat(answer(DashboardOptions.DEFAULT, "HEAD", headers)).startsWith("HTTP/1.1 421 ");
        assertThat(answer(new DashboardOptions("127.0.0.1", 0, Optional.of(Tier.AGGREGATES)), "GET", headers))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoAsksForHeadersAloneLearnsNothing() throws Exception {
        DashboardOptions options = new DashboardOptions("127.0.0.1", 0, Optional.of(Tier.AGGREGATES));
        List<String> answers = new ArrayList<>();
        for (String path : List.of("/domain/example.nl", "/domain/nowhere.nl", "/problems")) {
            answers.add(answer(options, "HEAD " + path, "Host: census.example").replaceFirst("Date: .*", ""));
        }

        assertThat(answers.getFirst()).startsWith("HTTP/1.1 200 ");
        assertThat(answers).containsOnly(answers.getFirst());
    }

    private static String answer(DashboardOptions options, String request, String headers) throws IOException {
        String line = request.contains(" ") ? request : request + " /";
        try (Dashboard dashboard = Dashboard.start(FixtureCensus.ofAYear(), options);
                Socket socket = new Socket("127.0.0.1", dashboard.url().getPort())) {
            socket.getOutputStream()
                    .write("%s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                            .formatted(line, headers)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
