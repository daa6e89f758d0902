package org.mxcensus.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TilesTest {
    /// Parts of ISO 3166 without a top-level domain of their own.
    private static final Set<String> WITHOUT = Set.of("bl", "bq", "eh", "mf", "um");

    @Test
    void everyCountryAndTerritoryWithATopLevelDomainHasOneTile() {
        Set<String> countries = Stream.concat(
                        Stream.of(Locale.getISOCountries())
                                .map(code -> code.toLowerCase(Locale.ROOT))
                                .map(code -> code.equals("gb") ? "uk" : code)
                                .filter(code -> !WITHOUT.contains(code)),
                        Stream.of("ac", "eu", "su"))
                .collect(Collectors.toSet());

        assertThat(Tiles.PLACES.stream().map(Tiles.Place::code))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(countries);
    }

    @Test
    void northIsAboveAndEastIsRight() {
        assertThat(of("no").row()).isLessThan(of("it").row());
        assertThat(of("it").row()).isLessThan(of("za").row());
        assertThat(of("us").column()).isLessThan(of("de").column());
        assertThat(of("de").column()).isLessThan(of("jp").column());
    }

    @Test
    void theStyleHasARuleForEveryColumnAndEveryRow() {
        assertThat(Tiles.style().strip().lines())
                .hasSize(35 + 19)
                .contains(
                        ".tiles [data-column=\"0\"] { grid-column: 1; }", ".tiles [data-row=\"18\"] { grid-row: 19; }");
    }

    private static Tiles.Place of(String code) {
        return Tiles.PLACES.stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
