package org.mxcensus.dashboard.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files that pages refer to. There are few, so all are read at the start and held in memory.
public final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Asset> byAddress;
    private final Map<String, Asset> byName;

    /// @param address where the browser finds it; holds a digest of the content, so that it may be cached for good
    /// @param contentType as the header says it
    public record Asset(String name, String address, String contentType, byte[] bytes) {}

    private Assets(Stream<Asset> assets) {
        byName = assets.collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));
        byAddress = byName.values().stream().collect(Collectors.toUnmodifiableMap(Asset::address, Function.identity()));
    }

    /// Reads all assets.
    ///
    /// @param texts scripts with what other scripts say, by language
    /// @param places more of the style: where the tiles of the map stand
    /// @throws IllegalStateException if one is not on the class path: the build is broken
    public static Assets load(Map<String, String> texts, String places) {
        return new Assets(Stream.concat(
                texts.entrySet().stream()
                        .map(script -> asset(
                                textsIn(script.getKey()),
                                SCRIPT,
                                script.getValue().getBytes(StandardCharsets.UTF_8))),
                files(places)));
    }

    private static String textsIn(String language) {
        return "texts-" + language + ".js";
    }

    private static Stream<Asset> files(String places) {
        String style = new String(read("mxcensus.css"), StandardCharsets.UTF_8);
        return Stream.of(
                asset("mxcensus.css", STYLE, (style + places).getBytes(StandardCharsets.UTF_8)),
                asset("mxcensus.js", SCRIPT, "mxcensus.js"),
                asset("charts.js", SCRIPT, "charts.js"),
                asset("icon.svg", "image/svg+xml", "icon.svg"),
                // The whole of it: its smaller builds have no flows, and cannot write SVG.
                asset(
                        "echarts.js",
                        SCRIPT,
                        "/META-INF/resources/webjars/echarts/%s/dist/echarts.min.js".formatted(echartsVersion())));
    }

    /// Where a page finds the script with the texts in a language.
    public String texts(String language) {
        return address(textsIn(language));
    }

    /// The asset at an address; empty where there is none.
    public Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /// Where a page finds an asset.
    ///
    /// @param name such as `mxcensus.css`
    public String address(String name) {
        return Objects.requireNonNull(byName.get(name), name).address();
    }

    private static Asset asset(String name, String contentType, String resource) {
        return asset(name, contentType, read(resource));
    }

    private static Asset asset(String name, String contentType, byte[] bytes) {
        return new Asset(name, "/assets/" + digest(bytes) + "/" + name, contentType, bytes);
    }

    /// The pom alone says which version it is; the webjar repeats it.
    private static String echartsVersion() {
        Properties properties = new Properties();
        try {
            properties.load(new java.io.StringReader(new String(
                    read("/META-INF/maven/org.webjars.npm/echarts/pom.properties"), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
