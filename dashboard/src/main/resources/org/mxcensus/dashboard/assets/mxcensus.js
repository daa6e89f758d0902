// Draws each figure[data-adoption] from the API's JSON, and sorts tables. No markup is ever made from text:
// names come from the network and go into the page as text nodes only.
'use strict';

(() => {
  const PERCENT = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const COUNT = new Intl.NumberFormat('en');
  const DAY = 24 * 3600 * 1000;
  const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
  const MANY_CRAWLS = 40;
  const LONGEST_ANSWER = 20000;

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const share = (part, whole) => (whole > 0 ? (100 * part) / whole : null);
  const percent = value => (value === null ? 'no data' : PERCENT.format(value) + ' %');

  const element = (tag, text) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  // Every metric has the same colour on every page.
  const coloursOf = metrics => new Map(metrics.map(m => [m.id, colour('--metric-' + m.id.replaceAll('_', '-'))]));

  // Diagonal lines: what could not be measured is never a plain area.
  function hatched(ink) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 6;
    const pen = tile.getContext('2d');
    pen.strokeStyle = ink;
    pen.lineWidth = 1.2;
    for (const shift of [-6, 0, 6]) {
      pen.moveTo(shift, 6);
      pen.lineTo(shift + 6, 0);
    }
    pen.stroke();
    return { image: tile, repeat: 'repeat' };
  }

  const byMetric = data => data.metrics.map(metric => ({ metric, points: data.points.filter(p => p.metric === metric.id) }));

  function tooltip(data, crawl) {
    const box = element('div');
    box.className = 'tip';
    box.append(element('strong', crawl));
    const table = element('table');
    for (const point of data.points.filter(p => p.crawl === crawl)) {
      const row = element('tr');
      const title = data.metrics.find(m => m.id === point.metric).label;
      row.append(element('td', title), element('td', percent(share(point.numerator, point.denominator))),
        element('td', COUNT.format(point.numerator) + ' of ' + COUNT.format(point.denominator)),
        element('td', COUNT.format(point.unmeasured) + ' unmeasured'));
      table.append(row);
    }
    box.append(table);
    return box;
  }

  function extent(crawls) {
    const times = crawls.map(Date.parse);
    const pad = times.length > 1 ? 0 : 15 * DAY;
    return { min: times[0] - pad, max: times[times.length - 1] + pad };
  }

  // Axes start at zero and end at the first even step above what is shown, five steps at most.
  function scale(values) {
    const highest = Math.min(100, 1.02 * Math.max(0.5, ...values));
    const interval = [1, 2, 5, 10, 20].find(step => 5 * step >= highest);
    return { interval, max: interval * Math.ceil(highest / interval) };
  }

  const missed = point => share(point.unmeasured, point.denominator + point.unmeasured) ?? 0;
  const highest = points => points.reduce((most, point) => (missed(point) > missed(most) ? point : most));

  // A low axis has labels at its ends only.
  const ends = ({ max }) => ({ interval: max, max });

  function option(data, width) {
    const ink = colour('--ink');
    const quiet = colour('--quiet');
    const rule = colour('--rule');
    const colours = coloursOf(data.metrics);
    const groups = byMetric(data);
    const narrow = width < 560;
    const right = narrow ? 96 : 160;
    const dense = data.crawls.length > MANY_CRAWLS;
    const { min, max } = extent(data.crawls);
    const shares = data.points.map(p => share(p.numerator, p.denominator)).filter(v => v !== null);
    const misses = data.points.map(missed);
    const time = (gridIndex, labelled) => ({
      type: 'time', gridIndex, min, max, axisPointer: { snap: true }, splitNumber: narrow ? 2 : 6, minInterval: 28 * DAY,
      axisLabel: { show: labelled, color: quiet, hideOverlap: true, formatter: { year: '{MMM} {yyyy}', month: '{MMM} {yyyy}', day: '{d} {MMM}' } },
      axisTick: { show: labelled }, axisLine: { lineStyle: { color: quiet } },
    });
    const value = (gridIndex, name, { interval, max: top }) => ({
      type: 'value', gridIndex, min: 0, max: top, interval, name, nameLocation: 'end', nameGap: 14,
      nameTextStyle: { color: quiet, align: 'left', padding: [0, 0, 0, -46] },
      axisLabel: { color: quiet, formatter: '{value} %' }, splitLine: { lineStyle: { color: rule } },
    });
    const lines = groups.map(({ metric, points }, i) => ({
      type: 'line', name: metric.label, xAxisIndex: 0, yAxisIndex: 0, symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 6,
      showSymbol: !dense, lineStyle: { width: 2.25, color: colours.get(metric.id) },
      itemStyle: { color: colours.get(metric.id) }, emphasis: { disabled: true }, connectNulls: false,
      endLabel: {
        show: true, distance: 10, color: ink, fontSize: narrow ? 11 : 13,
        formatter: ({ data: [, v] }) => (narrow ? metric.label : metric.label + '  ' + percent(v)),
      },
      data: points.map(p => [p.crawl, share(p.numerator, p.denominator)]),
    }));
    const unmeasured = (name, ink, points) => ({
      type: dense ? 'line' : 'bar', name: name + ', unmeasured', xAxisIndex: 1, yAxisIndex: 1, silent: true, symbol: 'none',
      barGap: '10%', barCategoryGap: '30%', itemStyle: { color: hatched(ink), borderColor: ink, borderWidth: 1 },
      lineStyle: { width: 1, color: ink }, areaStyle: { color: hatched(ink), opacity: 1 },
      data: points.map(p => [p.crawl, missed(p)]),
    });
    // Where there is no room for a bar a line, the highest of each crawl stands for all.
    const hatches = dense || narrow
      ? [unmeasured('highest', quiet, data.crawls.map(crawl => highest(data.points.filter(p => p.crawl === crawl))))]
      : groups.map(({ metric, points }) => unmeasured(metric.label, colours.get(metric.id), points));
    // Bars widen their time axis: as many of no height above, so that both axes stay one above the other.
    const spacers = hatches.filter(series => series.type === 'bar').map(series => ({
      ...series, xAxisIndex: 0, yAxisIndex: 0, itemStyle: { opacity: 0 }, data: series.data.map(([crawl]) => [crawl, 0]),
    }));
    const below = dense || narrow ? 'Unmeasured, the highest (hatched), %' : 'Unmeasured (hatched), %';
    return {
      animation: false,
      textStyle: { fontFamily: 'system-ui, sans-serif', fontSize: 12 },
      grid: [{ left: 48, right, top: 32, bottom: 146 }, { left: 48, right, height: 62, bottom: 28 }],
      xAxis: [time(0, false), time(1, true)],
      yAxis: [value(0, 'Share of those measured, %', scale(shares)), value(1, below, ends(scale(misses)))],
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: quiet } },
      tooltip: {
        trigger: 'axis', confine: true, transitionDuration: 0, backgroundColor: colour('--panel'), borderColor: rule, textStyle: { color: ink },
        formatter: items => tooltip(data, items[0].data[0]),
      },
      series: [...lines, ...spacers, ...hatches],
    };
  }

  // Labels at the lines' ends keep a line's height from each other, in the order of their values.
  function spreadLabels(chart, data) {
    const HEIGHT = 17;
    const ends = byMetric(data)
      .map(({ points }, index) => ({ index, point: points[points.length - 1] }))
      .filter(({ point }) => point && point.denominator > 0)
      .map(({ index, point }) => ({ index, at: chart.convertToPixel({ yAxisIndex: 0 }, share(point.numerator, point.denominator)) }))
      .sort((a, b) => a.at - b.at);
    const floor = chart.convertToPixel({ yAxisIndex: 0 }, 0);
    ends.forEach((end, i) => { end.to = i === 0 ? end.at : Math.max(end.at, ends[i - 1].to + HEIGHT); });
    for (let i = ends.length - 1, limit = floor; i >= 0; i--, limit = ends[i + 1].to - HEIGHT) {
      ends[i].to = Math.min(ends[i].to, limit);
    }
    const series = [];
    for (const { index, at, to } of ends) series[index] = { endLabel: { offset: [0, to - at] } };
    for (let i = 0; i < series.length; i++) series[i] = series[i] || {};
    chart.setOption({ series });
  }

  function draw(figure, chart, data) {
    figure.dataset.drawn = 'false';
    chart.clear();
    chart.setOption(option(data, chart.getWidth()));
    spreadLabels(chart, data);
    figure.dataset.drawn = 'true';
  }

  async function start(figure) {
    const plot = figure.querySelector('.plot');
    const answer = await fetch(figure.dataset.adoption);
    if (!answer.ok) {
      plot.className = 'plot plain empty';
      plot.textContent = 'This chart could not be drawn: the API answered ' + answer.status + '. The table below holds the same numbers.';
      return;
    }
    const data = await answer.json();
    const chart = echarts.init(plot, null, { renderer: 'canvas' });
    draw(figure, chart, data);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw(figure, chart, data));
    let width = chart.getWidth();
    new ResizeObserver(() => {
      if (plot.clientWidth === width) return;
      width = plot.clientWidth;
      chart.resize();
      draw(figure, chart, data);
    }).observe(plot);
  }

  // A column's cells say by data-value what they sort by; a cell without one sorts last, whichever the direction.
  function sortBy(table, header) {
    const column = [...header.parentNode.children].indexOf(header);
    const downwards = header.getAttribute('aria-sort') ? header.getAttribute('aria-sort') === 'ascending' : header.classList.contains('number');
    const key = row => row.children[column].dataset.value ?? row.children[column].textContent.trim();
    const compare = (a, b) => {
      if (key(a) === '' || key(b) === '') return (key(a) === '') - (key(b) === '');
      const order = header.classList.contains('number') ? Number(key(a)) - Number(key(b)) : key(a).localeCompare(key(b));
      return downwards ? -order : order;
    };
    for (const other of header.parentNode.children) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', downwards ? 'descending' : 'ascending');
    const body = table.tBodies[0];
    body.append(...[...body.rows].sort(compare));
  }

  function makeSortable(table) {
    for (const header of table.tHead.rows[0].cells) {
      const button = element('button', header.textContent);
      button.type = 'button';
      button.addEventListener('click', () => sortBy(table, header));
      header.replaceChildren(button);
    }
  }

  // Forms of the API's page show the answer below themselves, with the address that was asked.
  async function ask(form, event) {
    event.preventDefault();
    const path = event.submitter?.getAttribute('formaction') ?? form.getAttribute('action');
    const given = [...new FormData(form)].filter(([, value]) => value !== '');
    const address = given.filter(([name]) => path.includes('{' + name + '}'))
      .reduce((whole, [name, value]) => whole.replace('{' + name + '}', encodeURIComponent(value)), path);
    const query = new URLSearchParams(given.filter(([name]) => !path.includes('{' + name + '}'))).toString();
    const asked = query ? address + '?' + query : address;
    const out = form.querySelector('pre');
    out.hidden = false;
    out.textContent = 'GET ' + asked + '\n…';
    const answer = await fetch(asked);
    const text = await answer.text();
    const json = (answer.headers.get('Content-Type') ?? '').startsWith('application/json');
    const shown = json ? JSON.stringify(JSON.parse(text), null, 2) : text;
    const cut = shown.length > LONGEST_ANSWER ? shown.slice(0, LONGEST_ANSWER) + '\n… ' + COUNT.format(shown.length) + ' characters in all' : shown;
    out.textContent = 'GET ' + asked + '\n' + answer.status + '\n\n' + cut;
  }

  document.querySelectorAll('form.try').forEach(form => form.addEventListener('submit', event => ask(form, event)));
  document.querySelectorAll('figure[data-adoption]').forEach(start);
  document.querySelectorAll('table[data-sortable]').forEach(makeSortable);
})();
