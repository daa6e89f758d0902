package org.mxcensus.datasets.store.s3;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mxcensus.datasets.store.UserError;

/// Where a dataset lies in object storage: `s3://bucket/prefix`.
///
/// @param bucket its name
/// @param prefix what the keys of all its objects begin with: empty, or with `/` at the end
public record S3Location(String bucket, String prefix) {
    private static final String SCHEME = "s3://";
    // Amazon's rules for names of buckets, and keys without the segments that a local copy could leave its folder by.
    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    /// Whether a text names object storage, rightly or wrongly.
    public static boolean isMeant(String text) {
        return text.startsWith(SCHEME);
    }

    /// Reads `s3://bucket/prefix`, with or without `/` at its end.
    ///
    /// @throws UserError where it is none
    public static S3Location of(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            throw new UserError(
                    "%s names no object storage; write s3://bucket/prefix, the bucket in lower case.".formatted(text));
        }
        String path = Optional.ofNullable(address.group(2)).orElse("").replaceAll("/+$", "");
        if (("/" + path + "/").matches(".*/\\.{0,2}/.*") && !path.isEmpty()) {
            throw new UserError("%s has a part that is empty or only dots; write s3://bucket/prefix.".formatted(text));
        }
        return new S3Location(address.group(1), path.isEmpty() ? "" : path + "/");
    }

    /// The location in a folder of this one.
    ///
    /// @param folder a relative path with `/`
    S3Location within(String folder) {
        return new S3Location(bucket, key(folder) + "/");
    }

    /// The location that has this one in its folder of this name; empty where this one is not named so.
    Optional<S3Location> around(String folder) {
        String end = folder + "/";
        boolean lies = prefix.equals(end) || prefix.endsWith("/" + end);
        return lies
                ? Optional.of(new S3Location(bucket, prefix.substring(0, prefix.length() - end.length())))
                : Optional.empty();
    }

    /// The key of a named file.
    ///
    /// @throws IllegalArgumentException where the name leaves the location
    String key(String name) {
        if (!Path.of(name).normalize().toString().equals(name) || name.startsWith("/") || name.startsWith("..")) {
            throw new IllegalArgumentException("a name that leaves the store: " + name);
        }
        return prefix + name;
    }

    /// The name of the file that has this key.
    String name(String key) {
        return key.substring(prefix.length());
    }

    @Override
    public String toString() {
        return SCHEME + bucket + (prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1));
    }
}
