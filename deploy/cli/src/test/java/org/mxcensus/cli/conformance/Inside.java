package org.mxcensus.cli.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.mxcensus.analyzer.conformance.DaneCase;
import org.mxcensus.analyzer.conformance.Suite;
import org.mxcensus.analyzer.conformance.SuiteText;

/// The first process of a network of its own: stages the cases, lets Postfix meet them, and writes what it did.
public final class Inside {
    static final String NAME_SERVER = "127.0.0.2";

    /// At a time; each is a process.
    private static final int FINGERS = 3;

    /// What posttls-finger said, by case.
    static final String FINGERS_FILE = "fingers.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Inside() {}

    /// Argument: a folder for all that is written.
    public static void main(String[] args) throws Exception {
        OwnNetwork.dieWithWhoeverRunsUs();
        // Keys and signatures that nobody should use are shown to Postfix all the same.
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        Suite<DaneCase> suite = SuiteText.bundled("dane", DaneCase.class);
        List<DaneCase> cases = suite.cases();
        List<StagedCase> staged = StagedCase.all(cases);
        Path folder = Path.of(args[0]);
        staged.forEach(one -> StagedServer.start(one, suite));
        try (NameService _ = NameService.start(Staging.of(staged), folder)) {
            Files.writeString(folder.resolve(FINGERS_FILE), JSON.writeValueAsString(fingers(cases, folder)));
            try (SendingPostfix postfix = SendingPostfix.start(folder)) {
                postfix.send(cases.stream().map(DaneCase::domain).collect(Collectors.toSet()));
            }
        }
        System.exit(0);
    }

    private static Map<String, String> fingers(List<DaneCase> cases, Path folder) throws Exception {
        Map<String, Future<String>> running = new LinkedHashMap<>();
        Map<String, String> said = new LinkedHashMap<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(FINGERS)) {
            PosttlsFinger finger = PosttlsFinger.in(folder);
            for (DaneCase one : cases) {
                running.put(one.id(), executor.submit(() -> finger.see(one.domain())));
            }
            for (Map.Entry<String, Future<String>> each : running.entrySet()) {
                said.put(each.getKey(), each.getValue().get());
            }
        }
        return said;
    }
}
