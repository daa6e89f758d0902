package org.mxcensus.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The words by which one process starts the broker in another. People say `mxcensus broker`, which checks what they
/// say.
///
/// @param options how it runs; always without TLS
/// @param owner the process without which it is not to go on
record Arguments(BrokerOptions options, OptionalLong owner) {
    private static final String DATA = "--data";
    private static final String HOST = "--host";
    private static final String PORT = "--port";
    private static final String SESSION = "--session-timeout-ms";
    private static final String HEARTBEAT = "--heartbeat-ms";
    private static final String OWNER = "--owner";
    private static final Set<String> NAMES = Set.of(DATA, HOST, PORT, SESSION, HEARTBEAT, OWNER);

    /// Reads names, each followed by its value.
    ///
    /// @throws StartFailure where a name is not known, a value is missing or none that it can have
    static Arguments parse(String... words) {
        Map<String, String> values = values(words);
        BrokerOptions usual = BrokerOptions.in(Path.of(values.getOrDefault(DATA, "kafka-data")));
        Optional<String> owner = Optional.ofNullable(values.get(OWNER));
        try {
            BrokerOptions options = new BrokerOptions(
                    usual.data(),
                    values.getOrDefault(HOST, usual.host()),
                    Integer.parseInt(values.getOrDefault(PORT, "0")),
                    millis(values, SESSION, usual.sessionTimeout()),
                    millis(values, HEARTBEAT, usual.heartbeatInterval()),
                    Optional.empty());
            return new Arguments(
                    options,
                    owner.map(process -> OptionalLong.of(Long.parseLong(process)))
                            .orElseGet(OptionalLong::empty));
        } catch (NumberFormatException e) {
            throw new StartFailure("The broker was given something else where a number belongs: %s."
                    .formatted(String.join(" ", words)));
        }
    }

    private static Map<String, String> values(String... words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!NAMES.contains(words[i]) || i + 1 == words.length) {
                throw new StartFailure(
                        "The broker does not know %s, or misses what belongs to it.".formatted(words[i]));
            }
            values.put(words[i], words[i + 1]);
        }
        return values;
    }

    private static Duration millis(Map<String, String> values, String name, Duration usual) {
        return Duration.ofMillis(Long.parseLong(values.getOrDefault(name, String.valueOf(usual.toMillis()))));
    }

    /// What {@link #parse} reads as these.
    List<String> words() {
        List<String> words = new ArrayList<>(List.of(
                DATA, options.data().toString(),
                HOST, options.host(),
                PORT, String.valueOf(options.port()),
                SESSION, String.valueOf(options.sessionTimeout().toMillis()),
                HEARTBEAT, String.valueOf(options.heartbeatInterval().toMillis())));
        owner.ifPresent(process -> words.addAll(List.of(OWNER, String.valueOf(process))));
        return words;
    }
}
