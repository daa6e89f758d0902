package org.mxcensus.crawler.queue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.mxcensus.datasets.store.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a Kafka broker is reached.
///
/// @param bootstrap one or more `host:port`, with commas between them
/// @param client settings of Kafka's own clients (`security.protocol`, `sasl.jaas.config`, `ssl.truststore.location`
///     and what else there is), handed to each of them. Where correctness depends on a setting, ours wins: see
///     [ClientSettings]
public record KafkaConfig(String bootstrap, Map<String, String> client) {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaConfig.class);
    private static final String ADDRESS = "(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):[0-9]{1,5}";
    private static final Pattern ADDRESSES = Pattern.compile(ADDRESS + "(," + ADDRESS + ")*");

    /// @throws UserError where the addresses are none
    public KafkaConfig {
        client = Map.copyOf(client);
        if (!ADDRESSES.matcher(bootstrap).matches()) {
            throw new UserError(
                    "\"%s\" is no address of a Kafka broker; write host:port, several with commas between them."
                            .formatted(bootstrap));
        }
    }

    /// @param bootstrap see [#bootstrap]
    /// @param file client settings as a properties file in UTF-8
    /// @throws UserError where the addresses are none or the file cannot be read
    public static KafkaConfig of(String bootstrap, Optional<Path> file) {
        return new KafkaConfig(bootstrap, file.map(KafkaConfig::read).orElse(Map.of()));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(
                    "The Kafka client settings in %s cannot be read (%s); write lines such as security.protocol=SSL."
                            .formatted(file, e),
                    e);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /// All settings of one client.
    ///
    /// @param preferred what we would choose and the user may choose otherwise
    /// @param required what correctness depends on
    Map<String, Object> with(Map<String, Object> preferred, Map<String, Object> required) {
        Map<String, Object> all = new HashMap<>(preferred);
        all.putAll(client);
        required.forEach((name, ours) -> {
            Object theirs = client.get(name);
            if (theirs != null && !theirs.equals(String.valueOf(ours))) {
                LOG.warn("the Kafka client setting {}={} is not taken: a crawl depends on {}", name, theirs, ours);
            }
            all.put(name, ours);
        });
        all.put("bootstrap.servers", bootstrap);
        return all;
    }
}
