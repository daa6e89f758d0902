package org.mxcensus.datasets.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.client5.http.psl.PublicSuffixListParser;
import org.mxcensus.datasets.store.UserError;

/// Where registrations begin, by the public suffix list (publicsuffix.org), private section included.
///
/// Immutable and shared by threads; a look-up costs one hash look-up a label, from the right, and stops as soon as
/// no rule is that long.
public final class PublicSuffixes {
    /// The list that comes with Apache HttpClient, under its own licence (MPL-2.0).
    private static final String BUNDLED = "/org/publicsuffix/list/effective_tld_names.dat";

    private final Map<String, SuffixRule> rules;
    private final String version;

    private PublicSuffixes(SuffixListText list) {
        this.rules = list.rules();
        this.version = list.version();
    }

    /// The list that comes with the program.
    public static PublicSuffixes bundled() {
        try (var in = Objects.requireNonNull(PublicSuffixListParser.class.getResourceAsStream(BUNDLED))) {
            return new PublicSuffixes(SuffixListText.parse(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A list of the user's own.
    ///
    /// @throws UserError where the file cannot be read or holds no rule
    public static PublicSuffixes of(Path file) {
        SuffixListText list;
        try (var in = Files.newInputStream(file)) {
            list = SuffixListText.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UserError("The public suffix list " + file + " cannot be read: give the path of a file in the "
                    + "format of https://publicsuffix.org/list/public_suffix_list.dat.");
        }
        if (list.rules().isEmpty()) {
            throw new UserError("The public suffix list " + file + " holds no rule: give a file in the format of "
                    + "https://publicsuffix.org/list/public_suffix_list.dat.");
        }
        return new PublicSuffixes(list);
    }

    /// The list's version as its header states it, else `sha256:` and the digest of its bytes.
    public String version() {
        return version;
    }

    /// The registered domain of a host: its public suffix and one label more. Empty where the host is itself a
    /// public suffix.
    ///
    /// @param host lower case, A-labels, without the final dot
    public Optional<String> registeredDomain(String host) {
        var start = suffixStart(host);
        if (start == 0) {
            return Optional.empty();
        }
        return Optional.of(host.substring(host.lastIndexOf('.', start - 2) + 1));
    }

    /// The public suffix that a host lies in, or is.
    ///
    /// @param host lower case, A-labels, without the final dot
    public String publicSuffix(String host) {
        return host.substring(suffixStart(host));
    }

    /// Where the public suffix begins in a host: the longest rule wins, but an exception beats all.
    private int suffixStart(String host) {
        var end = host.length();
        var suffix = host.lastIndexOf('.') + 1; // Where no rule matches, the rule is "*".
        var wildcard = false;
        while (true) {
            var start = host.lastIndexOf('.', end - 1) + 1;
            var rule = rules.get(host.substring(start));
            if (rule != null && rule.isException()) {
                return host.indexOf('.', start) + 1;
            }
            if (wildcard || rule != null && rule.isSuffix()) {
                suffix = start;
            }
            if (rule == null || start == 0) {
                return suffix;
            }
            wildcard = rule.hasWildcard();
            end = start - 1;
        }
    }
}
