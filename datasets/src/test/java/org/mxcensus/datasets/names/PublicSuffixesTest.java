package org.mxcensus.datasets.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.store.UserError;

class PublicSuffixesTest {
    private static final PublicSuffixes BUNDLED = PublicSuffixes.bundled();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} → {1}, {2}")
    @CsvSource({
        "mx1.example.nl, example.nl, nl",
        "example.nl, example.nl, nl",
        "nl, , nl",
        "a.b.example.co.uk, example.co.uk, co.uk",
        "co.uk, , co.uk",
        "b.example.unlisted, example.unlisted, unlisted", // where no rule matches, the rule is "*"
        "unlisted, , unlisted",
        "a.b.c.mm, b.c.mm, c.mm", // *.mm
        "c.mm, , c.mm",
        "mm, , mm",
        "a.www.ck, www.ck, ck", // !www.ck beats *.ck
        "a.b.test.ck, b.test.ck, test.ck",
        "a.city.kobe.jp, city.kobe.jp, kobe.jp",
        "www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn, xn--55qx5d.cn",
        "user.github.io, user.github.io, github.io", // the private section counts
        "mail.protection.outlook.com, outlook.com, com",
    })
    void findsTheRegisteredDomain(String host, String registered, String suffix) {
        assertThat(BUNDLED.registeredDomain(host)).isEqualTo(Optional.ofNullable(registered));
        assertThat(BUNDLED.publicSuffix(host)).isEqualTo(suffix);
    }

    @Test
    void bundledListStatesItsVersion() {
        assertThat(BUNDLED.version()).matches("\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d_UTC");
    }

    @Test
    void takesAListOfTheUsersOwn() throws IOException {
        var file = Files.writeString(folder.resolve("list"), """
                // VERSION: 2001-02-03_04-05-06_UTC
                nl   read up to the first whitespace only
                *.deep.example
                !not.deep.example
                BÜCHER.example
                """);
        var own = PublicSuffixes.of(file);
        assertThat(own.version()).isEqualTo("2001-02-03_04-05-06_UTC");
        assertThat(own.registeredDomain("mx.example.co.uk")).contains("co.uk");
        assertThat(own.registeredDomain("a.b.c.deep.example")).contains("b.c.deep.example");
        assertThat(own.registeredDomain("a.not.deep.example")).contains("not.deep.example");
        assertThat(own.registeredDomain("deep.example")).contains("deep.example");
        assertThat(own.registeredDomain("b.a.xn--bcher-kva.example")).contains("a.xn--bcher-kva.example");
    }

    @Test
    void namesAListWithoutVersionByItsDigest() throws IOException {
        var file = Files.writeString(folder.resolve("list"), "nl\n");
        assertThat(PublicSuffixes.of(file).version())
                .isEqualTo("sha256:529550e3141905a4da90b744266867490ae422921511e53cd9fba490aadf0f72");
    }

    @Test
    void saysWhichListCannotBeUsed() throws IOException {
        var missing = folder.resolve("missing");
        assertThatThrownBy(() -> PublicSuffixes.of(missing))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("list " + missing + " cannot be read");
        var empty = Files.writeString(folder.resolve("empty"), "// nothing\n");
        assertThatThrownBy(() -> PublicSuffixes.of(empty))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("list " + empty + " holds no rule");
    }

    @Test
    @Tag("full")
    void passesTheTestVectorsOfTheList() throws IOException {
        var data = System.getenv("MXCENSUS_REAL_DATA");
        assumeTrue(
                data != null, "MXCENSUS_REAL_DATA is not set: the public suffix list's test vectors are not at hand");
        var suffixes = PublicSuffixes.of(Path.of(data, "lists", "public_suffix_list.dat"));
        var vector = Pattern.compile("checkPublicSuffix\\('([^']*)', (?:null|'([^']*)')\\);.*");
        var checked = 0;
        for (var line : Files.readAllLines(Path.of(data, "judges", "psl-test-vectors.txt"))) {
            var matcher = vector.matcher(line);
            if (matcher.matches()) {
                var expected = Optional.ofNullable(matcher.group(2))
                        .flatMap(name -> DomainNames.normalize(name).value());
                assertThat(DomainNames.normalize(matcher.group(1)).value().flatMap(suffixes::registeredDomain))
                        .as(line)
                        .isEqualTo(expected);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(70);
        assertThat(suffixes.version()).startsWith("sha256:");
    }
}
