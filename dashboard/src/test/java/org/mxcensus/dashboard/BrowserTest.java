package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mxcensus.dashboard.Chromium.Scheme;
import org.mxcensus.dashboard.Chromium.Screen;
import org.mxcensus.dashboard.Chromium.Seen;
import org.mxcensus.ledger.RealServer;

/// Every page in a real browser, light and dark, on a desk and on a phone; the screenshots lie in `target/screenshots`.
@Tag("full")
class BrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    private static Path profile;

    private static Dashboard dashboard;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        Path program = RealServer.require("chromium");
        Files.createDirectories(SCREENSHOTS);
        dashboard = Dashboard.start(FixtureCensus.ofAYear(), DashboardOptions.DEFAULT);
        chromium = Chromium.start(program, profile);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            dashboard.close();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageOpensWithoutComplaintAndDrawsItsCharts(String page, int charts, Screen screen, Scheme scheme)
            throws IOException {
        Seen seen = chromium.open(dashboard.url() + page, screen, scheme);
        Files.write(SCREENSHOTS.resolve(name(page, screen, scheme)), seen.png());

        assertThat(seen.complaints()).isEmpty();
        assertThat(seen.charts()).isEqualTo(charts);
        assertThat(seen.requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith(dashboard.url().toString()));
        assertThat(seen.overflow()).as("pixels wider than the screen").isLessThanOrEqualTo(0);
    }

    static Stream<Arguments> pages() {
        return DashboardTest.PAGES.stream()
                .flatMap(page -> Stream.of(Screen.values())
                        .flatMap(screen -> Stream.of(Scheme.values())
                                .map(scheme -> Arguments.of(page, charts(page), screen, scheme))));
    }

    @Test
    void theChartDrawsTheNumbersOfTheApi() {
        chromium.open(dashboard.url() + "tld/nl", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
                fetch('/api/v1/adoption?scope=tld&key=nl&metric=dane').then(a => a.json()).then(api => {
                  const plot = document.querySelector('figure[data-adoption] .plot');
                  const line = echarts.getInstanceByDom(plot).getOption().series.find(s => s.name === 'DANE');
                  const wanted = api.points.map(p => 100 * p.numerator / p.denominator);
                  return wanted.length === 12 && JSON.stringify(line.data.map(d => d[1])) === JSON.stringify(wanted);
                })""").asBoolean()).isTrue();
    }

    @Test
    void theUnmeasuredStandExactlyBelowWhatWasMeasured() {
        chromium.open(dashboard.url() + "tld/nl", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
                (() => {
                  const chart = echarts.getInstanceByDom(document.querySelector('figure[data-adoption] .plot'));
                  const at = (axis, day) => Math.round(chart.convertToPixel({ xAxisIndex: axis }, Date.parse(day)));
                  return ['2026-01-01', '2026-12-01'].map(day => at(0, day) - at(1, day)).join();
                })()""").asText()).isEqualTo("0,0");
    }

    @Test
    void pointingAtAChartTellsNumeratorDenominatorAndUnmeasured() throws IOException {
        chromium.open(dashboard.url() + "tld/nl", Screen.DESK, Scheme.LIGHT);

        String tip = chromium.evaluate("""
                (() => {
                  const plot = document.querySelector('figure[data-adoption] .plot');
                  echarts.getInstanceByDom(plot).dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 11 });
                  return plot.querySelector('.tip').innerText;
                })()""").asText();
        Files.write(SCREENSHOTS.resolve("tooltip.png"), chromium.screenshot());

        assertThat(tip.replaceAll("\\s+", " "))
                .contains("2026-12-01")
                .contains("DANE 25.0 % 283 of 1,134 140 unmeasured");
    }

    @Test
    void aChartsTableUnfolds() throws IOException {
        chromium.open(dashboard.url().toString(), Screen.DESK, Scheme.LIGHT);

        chromium.evaluate("document.querySelectorAll('figure details').forEach(d => { d.open = true; })");
        Files.write(SCREENSHOTS.resolve("table.png"), chromium.screenshot());

        assertThat(chromium.evaluate("document.querySelectorAll('figure tbody tr').length")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void aTableSortsByAColumnsNumbers() {
        chromium.open(dashboard.url() + "", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
                (() => {
                  const table = document.querySelectorAll('table[data-sortable]')[1];
                  const sizes = () => [...table.tBodies[0].rows].map(row => Number(row.cells[1].dataset.value));
                  const button = table.tHead.rows[0].cells[1].querySelector('button');
                  button.click();
                  const down = sizes().join();
                  button.click();
                  return down + ' ' + sizes().join();
                })()""").asText()).isEqualTo("900,60,12 12,60,900");
    }

    private static int charts(String page) {
        if (page.isEmpty()) {
            return 1;
        }
        return page.startsWith("tld/") || page.startsWith("provider/") ? 3 : 0;
    }

    private static String name(String page, Screen screen, Scheme scheme) {
        String stem = page.isEmpty() ? "overview" : page.replaceAll("[^a-z]+", "-");
        return "%s-%s-%s.png".formatted(stem, screen, scheme).toLowerCase(Locale.ROOT);
    }
}
