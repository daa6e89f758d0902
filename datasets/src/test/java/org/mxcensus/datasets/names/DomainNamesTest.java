package org.mxcensus.datasets.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mxcensus.datasets.names.NameOutcome.Invalid;
import org.mxcensus.datasets.names.NameOutcome.Name;

class DomainNamesTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "example.nl, example.nl",
        "EXAMPLE.Nl., example.nl",
        "nl, nl",
        "_dmarc.example.nl, _dmarc.example.nl",
        "-odd-.example, -odd-.example", // zones hold such names
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example., xn--bcher-kva.example",
        "straße.example, xn--strae-oqa.example", // UTS 46 non-transitional
        "食狮。中国, xn--85x722f.xn--fiqs8s", // the ideographic full stop is a dot
        "_foo.bücher.example, _foo.xn--bcher-kva.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
        "xn--a.example, xn--a.example", // no valid Punycode, yet a name that may be delegated
        "ｅｘａｍｐｌｅ.nl, example.nl",
    })
    void bringsNamesIntoOneForm(String written, String name) {
        assertThat(DomainNames.normalize(written)).isEqualTo(new Name(name));
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource({
        "'', empty name",
        "., empty name",
        "a..b, empty label",
        ".nl, empty label",
        "example.nl.., empty label",
        "。中国, empty label",
        "exa mple.nl, character not of names: U+0020",
        "example.nl:25, 'character not of names: \":\"'",
        "https://example.nl/, 'character not of names: \":\"'",
        "user@example.nl, 'character not of names: \"@\"'",
        "*.example.nl, 'character not of names: \"*\"'",
        "a\\.b.nl, 'character not of names: \"\\\"'",
        "b\u00fccher .example, character not of names: U+0020",
        "\u0627a.example, not an internationalized name ([BIDI])",
        "a\u200db.example, not an internationalized name ([CONTEXTJ])",
        "a\ufffdb.example, character not of names: U+FFFD",
    })
    void saysWhyATextIsNoName(String written, String reason) {
        assertThat(DomainNames.normalize(written)).isEqualTo(new Invalid(reason));
    }

    @Test
    void knowsTheLimits() {
        // RFC 1035 §2.3.4
        assertThat(DomainNames.normalize("a".repeat(63) + ".nl")).isInstanceOf(Name.class);
        assertThat(DomainNames.normalize("a".repeat(64) + ".nl"))
                .isEqualTo(new Invalid("label longer than 63 characters"));
        assertThat(DomainNames.normalize("ü".repeat(60) + ".nl"))
                .isEqualTo(new Invalid("label longer than 63 characters"));
        assertThat(DomainNames.normalize("a.".repeat(126) + "a.")).isInstanceOf(Name.class);
        assertThat(DomainNames.normalize("a.".repeat(126) + "aa")).isEqualTo(new Invalid("longer than 253 characters"));
    }

    @Test
    void reversedNamesSortByZone() {
        assertThat(DomainNames.reversed("mx1.example.nl")).isEqualTo("nl.example.mx1");
        assertThat(DomainNames.reversed("nl")).isEqualTo("nl");
        var names = new ArrayList<>(List.of("b.nl", "a.b.nl", "a.de", "nl", "c.nl"));
        names.sort(Comparator.comparing(DomainNames::reversed));
        assertThat(names).containsExactly("a.de", "nl", "b.nl", "a.b.nl", "c.nl");
    }

    @Test
    void tellsTheTopLevel() {
        assertThat(DomainNames.topLevel("example.co.uk")).isEqualTo("uk");
        assertThat(DomainNames.topLevel("nl")).isEqualTo("nl");
    }
}
