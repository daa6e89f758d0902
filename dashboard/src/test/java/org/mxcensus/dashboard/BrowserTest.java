package org.mxcensus.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mxcensus.dashboard.Chromium.Scheme;
import org.mxcensus.dashboard.Chromium.Screen;
import org.mxcensus.dashboard.Chromium.Seen;
import org.mxcensus.datasets.store.DirectoryStore;
import org.mxcensus.ledger.RealServer;

/// Every page in a real browser, light and dark, on a desk and on a phone; axe looks at it once a theme and once a
/// width,
/// as it takes as long as all else together. The screenshots lie in `target/screenshots`.
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
        Files.write(SCREENSHOTS.resolve(name(page, screen, scheme)), chromium.screenshot());

        assertThat(seen.complaints()).isEmpty();
        assertThat(seen.charts()).isEqualTo(charts);
        assertThat(seen.requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith(dashboard.url().toString()));
        assertThat(seen.overflow()).as("pixels wider than the screen").isLessThanOrEqualTo(0);
        if ((screen == Screen.DESK) == (scheme == Scheme.LIGHT)) {
            assertThat(Axe.faults(chromium)).isEmpty();
        }
    }

    @Test
    void aCrawlUnderWayAndFiguresThatComeInAreToldWithoutLoadingThePageAgain(@TempDir Path data) {
        LocalDate day = LocalDate.of(2026, 12, 1);
        StoredCrawls crawls = new StoredCrawls(new DirectoryStore(data));
        crawls.observe(day);
        try (Dashboard running = Dashboard.start(data, DashboardOptions.DEFAULT)) {
            chromium.open(running.url().toString(), Screen.PHONE, Scheme.LIGHT);
            assertThat(told("is under way"))
                    .startsWith("The crawl of Dec 1, 2026 is under way, or was interrupted: 2 domains of 3 rows");
            crawls.finish(day);
            crawls.count(day);
            assertThat(told("Figures have come in")).endsWith("load this page again to see them.");
            chromium.open(dashboard.url().toString(), Screen.DESK, Scheme.LIGHT);
        }
    }

    /// What the page says when it says this.
    private static String told(String part) {
        return chromium.evaluate("""
            new Promise(told => {
              const place = document.querySelector('[data-live]');
              const look = () => place.textContent.includes('%s') ? told(place.textContent) : requestAnimationFrame(look);
              look();
            })\
            """.formatted(part)).asText();
    }

    @ParameterizedTest
    @FieldSource("org.mxcensus.dashboard.DashboardTest#PAGES")
    void textsOfStrangersRunNothing(String page) {
        try (Dashboard hostile = Dashboard.start(new Hostile(FixtureCensus.ofAYear()), DashboardOptions.DEFAULT)) {
            Seen seen = chromium.open(hostile.url() + page, Screen.DESK, Scheme.LIGHT);

            assertThat(seen.complaints()).isEmpty();
            assertThat(seen.requests())
                    .allMatch(address -> address.startsWith(hostile.url().toString()));
            assertThat(chromium.evaluate("document.title").asText()).isNotEqualTo("run");
            leave();
        }
    }

    @ParameterizedTest
    @FieldSource("org.mxcensus.dashboard.DashboardTest#PAGES")
    void wordsOfAnyLengthLeaveThePageAsWideAsAPhone(String page) {
        Hostile words = new Hostile(FixtureCensus.ofAYear(), List.of(Hostile.LONG_WORD));
        try (Dashboard hostile = Dashboard.start(words, DashboardOptions.DEFAULT)) {
            Seen seen = chromium.open(hostile.url() + page, Screen.PHONE, Scheme.LIGHT);

            assertThat(seen.complaints()).isEmpty();
            assertThat(seen.overflow()).as("pixels wider than the screen").isLessThanOrEqualTo(0);
            leave();
        }
    }

    /// The overview asks its dashboard for news as long as it is open.
    private static void leave() {
        chromium.open(dashboard.url() + "metrics", Screen.DESK, Scheme.LIGHT);
    }

    @Test
    void whatKeepsPeopleFromUsingAPageIsFound() {
        chromium.open(dashboard.url().toString(), Screen.DESK, Scheme.LIGHT);
        chromium.evaluate("document.querySelector('input').removeAttribute('aria-label')");
        chromium.evaluate("document.querySelector('input').removeAttribute('placeholder')");
        chromium.evaluate("document.querySelector('.lead').style.color = '#aaa'");

        assertThat(Axe.faults(chromium))
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("critical: label: input"))
                .anyMatch(fault -> fault.startsWith("serious: color-contrast: .lead"));
    }

    @Test
    void theSearchBoxStandsBesideTheNameOnADesk() {
        chromium.open(dashboard.url().toString(), Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            ['.bar .name', '.bar nav', '.bar form'].map(part => document.querySelector(part).getBoundingClientRect())
              .every(({ top, bottom }) => top < 80 && bottom < 120 && bottom - top < 48)\
            """).asBoolean()).isTrue();
    }

    @Test
    void tilesAreReachedWithAKeyboardFromTheNorthToTheSouth() {
        chromium.open(dashboard.url() + "tlds", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            (() => {
              const tiles = [...document.querySelectorAll('.tiles .tile')].map(tile => tile.getBoundingClientRect());
              const links = document.querySelectorAll('.tiles a');
              links[0].focus();
              return [links.length, document.activeElement.getAttribute('href'),
                tiles.every(({ top }, i) => i === 0 || top >= tiles[i - 1].top),
                tiles.every(({ width, height }) => width >= 24 && height >= 24)].join();
            })()\
            """).asText()).isEqualTo("1,/tld/nl,true,true");
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
              const plot = document.querySelector('figure[data-chart] .plot');
              const line = echarts.getInstanceByDom(plot).getOption().series.find(s => s.name === 'DANE');
              const wanted = api.points.map(p => 100 * p.numerator / p.denominator);
              return wanted.length === 12 && JSON.stringify(line.data.map(d => d[1])) === JSON.stringify(wanted);
            })\
            """).asBoolean()).isTrue();
    }

    @Test
    void aLineWithoutAnyValueLeavesTheOthersAndItsUnmeasured() {
        chromium.open(dashboard.url() + "tld/nl", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            fetch('/api/v1/adoption?scope=tld&key=nl&metric=dane,starttls').then(a => a.json()).then(api => {
              const none = p => (p.metric === 'dane' ? { ...p, numerator: 0, denominator: 0, unmeasured: p.frame } : p);
              const data = { ...api, points: api.points.map(none) };
              const place = document.querySelector('figure[data-chart] .plot').parentElement.appendChild(document.createElement('div'));
              Object.assign(place.style, { width: '900px', height: '400px' });
              const chart = echarts.init(place);
              chart.setOption(charts.kinds.trend.option(data, 900, []));
              charts.kinds.trend.after(chart, data);
              const unmeasured = chart.getOption().series.find(s => s.name === 'DANE, unmeasured' && s.yAxisIndex === 1);
              return unmeasured.data.every(d => d[1] === 100);
            })\
            """).asBoolean()).isTrue();
    }

    @Test
    void theUnmeasuredStandExactlyBelowWhatWasMeasured() {
        chromium.open(dashboard.url() + "tld/nl", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            (() => {
              const chart = echarts.getInstanceByDom(document.querySelector('figure[data-chart] .plot'));
              const at = (axis, day) => Math.round(chart.convertToPixel({ xAxisIndex: axis }, Date.parse(day)));
              return ['2026-01-01', '2026-12-01'].map(day => at(0, day) - at(1, day)).join();
            })()\
            """).asText()).isEqualTo("0,0");
    }

    @Test
    void pointingAtAChartTellsNumeratorDenominatorAndUnmeasured() throws IOException {
        chromium.open(dashboard.url() + "tld/nl", Screen.DESK, Scheme.LIGHT);

        String tip = chromium.evaluate("""
            (() => {
              const plot = document.querySelector('figure[data-chart] .plot');
              echarts.getInstanceByDom(plot).dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 11 });
              return plot.querySelector('.tip').innerText;
            })()\
            """).asText();
        Files.write(SCREENSHOTS.resolve("tooltip.png"), chromium.screenshot());

        assertThat(tip.replaceAll("\\s+", " "))
                .contains("Dec 1, 2026")
                .contains("DANE 25.0 % 283 of 1,134 140 unmeasured");
    }

    @Test
    void chartsAreWrittenAsTheReaderWrites() {
        chromium.speaking("de");
        chromium.open(dashboard.url() + "tld/nl", Screen.DESK, Scheme.LIGHT);

        String tip = chromium.evaluate("""
            (() => {
              const plot = document.querySelector('figure[data-chart] .plot');
              echarts.getInstanceByDom(plot).dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 11 });
              return plot.querySelector('.tip').innerText;
            })()\
            """).asText();
        chromium.speaking("en-US");

        assertThat(tip.replaceAll("\\s+", " "))
                .contains("01.12.2026")
                .contains("DANE 25,0 % 283 of 1.134 140 unmeasured");
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
              const table = document.querySelectorAll('table[data-sortable]')[2];
              const sizes = () => [...table.tBodies[0].rows].map(row => Number(row.cells[1].dataset.value));
              const button = table.tHead.rows[0].cells[1].querySelector('button');
              button.click();
              const down = sizes().join();
              button.click();
              return down + ' ' + sizes().join();
            })()\
            """).asText()).isEqualTo("900,60,12 12,60,900");
    }

    /// Each kind of chart: what it draws, beside what the API answers.
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(
                        "problems",
                        "bars",
                        "api.problems.map(p => p.healed)",
                        "series.find(s => s.name === 'healed').data"),
                Arguments.of(
                        "what-if",
                        "curve",
                        "[api.today, ...api.curve].map(p => 100 * p.numerator / p.denominator)",
                        "series[0].data"),
                Arguments.of(
                        "what-if",
                        "ranks",
                        "api.levers.map(l => 1 + api.gains.filter(g => g.lever === l.id).sort((a, b) => b.gained -"
                                + " a.gained).findIndex(g => g.party === 'big.example'))",
                        "series.find(s => s.name === 'big.example').data"),
                Arguments.of(
                        "transitions",
                        "flow",
                        "api.transitions.map(t => t.domains)",
                        "(series[0].links ?? series[0].edges).map(l => l.value)"),
                Arguments.of(
                        "reconcile",
                        "waterfall",
                        "api.steps.slice(1).map(s => s.numerator_out)",
                        "series.find(s => s.name === 'goes out').data.slice(1, -1)"),
                Arguments.of(
                        "providers",
                        "concentration",
                        "api.holders.map(h => [h.place, 100 * h.cumulated / api.domains])",
                        "series[0].data"),
                Arguments.of(
                        "compare?scope=tld&keys=nl,org&metric=dane",
                        "compare",
                        "api.points.filter(p => p.key === 'org').map(p => 100 * p.numerator / p.denominator)",
                        "series.find(s => s.name === 'org').data.map(d => d[1])"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfChartDrawsTheNumbersOfTheApi(String page, String kind, String wanted, String drawn) {
        chromium.open(dashboard.url() + page, Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            (() => {
              const figure = document.querySelector('figure[data-chart="%s"]');
              const series = echarts.getInstanceByDom(figure.querySelector('.plot')).getOption().series;
              return fetch(figure.dataset.source).then(a => a.json()).then(api => {
                const wanted = JSON.stringify(%s);
                const drawn = JSON.stringify(%s);
                return wanted.length > 2 && drawn === wanted ? 'alike' : drawn + ' instead of ' + wanted;
              });
            })()\
            """.formatted(kind, wanted, drawn)).asText())
                .isEqualTo("alike");
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems", "what-if", "transitions", "reconcile", "providers", "chart"})
    void whatCouldNotBeMeasuredIsHatchedOnEveryChart(String page) {
        chromium.open(dashboard.url() + page, Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            [...document.querySelectorAll('figure[data-chart]:not([data-chart="ranks"]) .plot')].every(plot => {
              const seen = new Set();
              const hatched = one => one !== null && typeof one === 'object' && !(one instanceof Node) && !seen.has(one)
                && (seen.add(one), one.image instanceof HTMLCanvasElement || Object.values(one).some(hatched));
              return hatched(echarts.getInstanceByDom(plot).getOption().series);
            })\
            """).asBoolean()).isTrue();
    }

    @Test
    void aChartCanBeTakenAlongAsPictures() {
        chromium.open(dashboard.url() + "transitions", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            (async () => {
              const taken = [];
              const blobs = [];
              const address = URL.createObjectURL;
              URL.createObjectURL = blob => { blobs.push(blob); return address.call(URL, blob); };
              HTMLAnchorElement.prototype.click = function () { taken.push([this.download, this.href]); };
              for (const button of document.querySelectorAll('figure .take button')) button.click();
              const svg = await blobs[0].text();
              return [taken[0][0], taken[0][1].slice(0, 22), taken[1][0], svg.slice(0, 4), svg.includes('without')].join(' ');
            })()\
            """).asText())
                .isEqualTo("dane-from-nov-1-2026-to-dec-1-2026.png data:image/png;base64,"
                        + " dane-from-nov-1-2026-to-dec-1-2026.svg <svg true");
    }

    @Test
    void theMapCanBeTakenAlongAsPictures() {
        chromium.open(dashboard.url() + "tlds?metric=dane", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            (async () => {
              const taken = [];
              const blobs = [];
              const address = URL.createObjectURL;
              URL.createObjectURL = blob => { blobs.push(blob); return address.call(URL, blob); };
              HTMLAnchorElement.prototype.click = function () { taken.push([this.download, this.href]); };
              for (const button of document.querySelectorAll('figure .take button')) button.click();
              const bytes = Uint8Array.from(atob(taken[0][1].split(",")[1]), sign => sign.charCodeAt(0));
              const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
              const drawn = new DOMParser().parseFromString(await blobs[0].text(), 'image/svg+xml');
              const texts = [...drawn.querySelectorAll('text')].map(text => text.textContent);
              return [taken.map(([name]) => name).join(), picture.width > 2000, texts.filter(text => /^[a-z]{2}$/.test(text)).length,
                texts.includes(document.querySelector('figure h2').textContent), texts.includes('25')].join(' ');
            })()\
            """).asText())
                .isEqualTo("dane-by-country-code.png,dane-by-country-code.svg true 247 true true");
    }

    @Test
    void namesOfStrangersAreTextInPicturesToo() {
        chromium.open(dashboard.url() + "problems", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            (async () => {
              const blobs = [];
              const address = URL.createObjectURL;
              URL.createObjectURL = blob => { blobs.push(blob); return address.call(URL, blob); };
              HTMLAnchorElement.prototype.click = () => {};
              document.querySelector('figure .take button:last-child').click();
              return blobs[0].text();
            })()\
            """).asText()).contains("&lt;img src=x").doesNotContain("<img");
    }

    @Test
    void theChoiceOfAReaderStandsInTheAddressAndComesBack() {
        chromium.open(dashboard.url() + "chart", Screen.DESK, Scheme.LIGHT);
        CompletableFuture<?> loaded = chromium.loading();
        chromium.evaluate("""
            (() => {
              const form = document.querySelector('form.controls');
              form.elements.scope.value = 'tld';
              form.elements.key.value = 'nl';
              form.elements.since.value = '2026-03-01';
              for (const option of form.elements.metric.options) option.selected = ['dane', 'dnssec'].includes(option.value);
              form.requestSubmit();
            })()\
            """);
        loaded.join();

        assertThat(chromium.evaluate("location.search").asText())
                .contains("scope=tld", "key=nl", "since=2026-03-01", "metric=dnssec&metric=dane");
        assertThat(chromium.evaluate("document.querySelector('figure').dataset.source")
                        .asText())
                .contains("since=2026-03-01", "key=nl", "metric=dnssec%2Cdane");
        assertThat(chromium.evaluate(
                                "[...document.querySelector('form.controls').elements.metric.selectedOptions].map(o =>"
                                        + " o.value).join()")
                        .asText())
                .isEqualTo("dnssec,dane");
    }

    @Test
    void whatHappenedIsMarkedOnTheTimeAxisWhereItHappened() {
        chromium.open(dashboard.url() + "chart", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            echarts.getInstanceByDom(document.querySelector('figure .plot')).getOption().series[0].markLine.data
              .map(mark => mark.xAxis + ' ' + mark.lineStyle.type).join()\
            """).asText()).isEqualTo("2026-05-01" + " solid,2026-09-01" + " dashed");
    }

    @Test
    void theApiCanBeTriedOnItsPage() {
        chromium.open(dashboard.url() + "api", Screen.DESK, Scheme.LIGHT);

        assertThat(chromium.evaluate("""
            (async () => {
              const form = document.querySelector('form[action="/api/v1/domains/{name}"]');
              form.elements.name.value = 'example.nl';
              form.requestSubmit();
              const out = form.querySelector('pre');
              for (let i = 0; i < 600 && !out.textContent.includes('{'); i++) await new Promise(requestAnimationFrame);
              return out.textContent;
            })()\
            """).asText())
                .contains("GET /api/v1/domains/example.nl", "200", "\"mx_status\": \"HOSTS\"");
    }

    @Test
    void aChartStandsAloneWhereItIsEmbedded() {
        Seen seen = chromium.open(dashboard.url() + "embed/chart?scope=tld&key=nl", Screen.PHONE, Scheme.LIGHT);

        assertThat(seen.charts()).isEqualTo(1);
        assertThat(seen.complaints()).isEmpty();
        assertThat(chromium.evaluate("document.querySelectorAll('nav, form').length")
                        .asInt())
                .isZero();
    }

    @Test
    void theMapStandsAloneWhereItIsEmbedded() {
        Seen seen = chromium.open(dashboard.url() + "embed/tlds", Screen.DESK, Scheme.DARK);

        assertThat(seen.complaints()).isEmpty();
        assertThat(Axe.faults(chromium)).noneMatch(fault -> fault.matches("(?s)(serious|critical): .*"));
        assertThat(chromium.evaluate("document.querySelectorAll('.tiles a').length")
                        .asInt())
                .isEqualTo(1);
    }

    private static int charts(String page) {
        String path = page.replaceAll("[?/].*", "");
        return switch (path) {
            case "tld", "provider" -> 3;
            case "what-if" -> 2;
            case "", "chart", "compare", "providers", "problems", "transitions", "reconcile" -> 1;
            default -> 0;
        };
    }

    private static String name(String page, Screen screen, Scheme scheme) {
        String stem =
                page.isEmpty() ? "overview" : page.replaceAll("[^a-z]+", "-").replaceAll("(.{60}).+", "$1");
        return "%s-%s-%s.png".formatted(stem, screen, scheme).toLowerCase(Locale.ROOT);
    }
}
