package org.mxcensus.analyzer.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whose a host name is, by its longest suffix that the map has. Immutable and shared by threads.
public final class ProviderMap {
    private static final String BUNDLED = "providers.yaml";
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final ProviderMapText text;
    private final Map<String, Optional<Provider>> exchanges;
    private final Map<String, Optional<Provider>> nameServers;

    ProviderMap(ProviderMapText text) {
        this.text = text;
        this.exchanges = text.exchanges();
        this.nameServers = text.nameServers();
    }

    /// The map that comes with the program.
    public static ProviderMap bundled() {
        try (InputStream in = Objects.requireNonNull(ProviderMap.class.getResourceAsStream(BUNDLED))) {
            return new ProviderMap(ProviderMapText.parse(BUNDLED, new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The number that the map gives itself.
    public String version() {
        return text.version();
    }

    /// Every provider, in the order of the map.
    public List<Provider> providers() {
        return text.providers();
    }

    /// The provider of an MX host; empty where the map has none, or where the name is that of a customer's machine.
    ///
    /// @param host lower case, A-labels, without the final dot
    public Optional<Provider> ofExchange(String host) {
        return longest(exchanges, host);
    }

    /// The provider of a name server.
    ///
    /// @param host lower case, A-labels, without the final dot
    public Optional<Provider> ofNameServer(String host) {
        return longest(nameServers, host)
                .or(() -> longest(nameServers, DIGITS.matcher(host).replaceAll("#")));
    }

    private static Optional<Provider> longest(Map<String, Optional<Provider>> suffixes, String host) {
        int start = 0;
        while (true) {
            Optional<Provider> found = suffixes.get(host.substring(start));
            if (found != null) {
                return found;
            }
            start = host.indexOf('.', start) + 1;
            if (start == 0) {
                return Optional.empty();
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProviderMap map && map.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
