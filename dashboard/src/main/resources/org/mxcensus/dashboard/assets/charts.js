// What each kind of chart looks like: a function of the API's answer that gives ECharts its option. Tooltips are made of
// text nodes only, since names come from the network. What could not be measured is hatched on every chart.
'use strict';

const charts = (() => {
  // As the server writes numbers and dates for this reader; dates as in ISO 8601 where nobody says how.
  const LOCALE = document.documentElement.dataset.locale;
  const dates = options => new Intl.DateTimeFormat(LOCALE || 'en', { timeZone: 'UTC', ...options });
  const MEDIUM = dates({ dateStyle: 'medium' });
  const MONTH = dates({ month: 'short', year: 'numeric' });
  const MONTH_ALONE = dates({ month: 'short' });
  const DAY_OF_MONTH = dates({ day: 'numeric', month: 'short' });
  const PERCENT = new Intl.NumberFormat(LOCALE || 'en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const COUNT = new Intl.NumberFormat(LOCALE || 'en');
  const DAY = 24 * 3600 * 1000;
  const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'arrow'];
  const PALETTE = ['dnssec', 'dane', 'starttls', 'mta-sts', 'tlsrpt', 'tls13'];
  const MANY_CRAWLS = 40;
  const LABEL_HEIGHT = 17;

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const series = index => colour('--metric-' + PALETTE[index % PALETTE.length]);
  const share = (part, whole) => (whole > 0 ? (100 * part) / whole : null);
  const text = (key, ...parts) => TEXTS[key].split('%s').map((piece, i) => piece.replaceAll('%%', '%') + (parts[i] ?? '')).join('');
  const words = id => TEXTS['word.' + id] ?? id.replaceAll('_', ' ');
  const percent = value => (value === null ? text('number.none') : PERCENT.format(value) + ' %');
  const day = date => (LOCALE ? MEDIUM.format(Date.parse(date)) : date);
  // Where there is little room only January says its year.
  const tick = narrow => time => {
    const date = new Date(time);
    const month = narrow && date.getUTCMonth() > 0 ? MONTH_ALONE : MONTH;
    return (date.getUTCDate() === 1 ? month : DAY_OF_MONTH).format(time);
  };
  const short = (name, length) => (name.length > length ? name.slice(0, length - 1) + '…' : name);

  const element = (tag, text) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    return made;
  };

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

  // A heading and rows of texts.
  function tip(heading, rows) {
    const box = element('div');
    box.className = 'tip';
    box.append(element('strong', heading));
    const table = element('table');
    for (const cells of rows) {
      const row = element('tr');
      row.append(...cells.map(cell => element('td', cell)));
      table.append(row);
    }
    box.append(table);
    return box;
  }

  const figure = (name, { numerator, denominator, unmeasured }) => [
    name, percent(share(numerator, denominator)), text('tally.counts', COUNT.format(numerator), COUNT.format(denominator)),
    text('script.unmeasured', COUNT.format(unmeasured))];

  const missed = point => share(point.unmeasured, point.denominator + point.unmeasured) ?? 0;

  // Axes start at zero and end at the first even step above what is shown, five steps at most.
  function scale(values) {
    const highest = Math.min(100, 1.02 * Math.max(0.5, ...values));
    const interval = [1, 2, 5, 10, 20].find(step => 5 * step >= highest);
    return { interval, max: interval * Math.ceil(highest / interval) };
  }

  // A low axis has labels at its ends only.
  const ends = ({ max }) => ({ interval: max, max });

  function shareAxis(gridIndex, name, { interval, max }) {
    return {
      type: 'value', gridIndex, min: 0, max, interval, name, nameLocation: 'end', nameGap: 14,
      nameTextStyle: { color: colour('--quiet'), align: 'left', padding: [0, 0, 0, -46] },
      axisLabel: { color: colour('--quiet'), formatter: '{value} %' }, splitLine: { lineStyle: { color: colour('--rule') } },
    };
  }

  function countAxis(extra) {
    return {
      type: 'value', min: 0, nameTextStyle: { color: colour('--quiet'), align: 'left' },
      axisLabel: { color: colour('--quiet'), formatter: value => COUNT.format(value), hideOverlap: true },
      splitLine: { lineStyle: { color: colour('--rule') } }, ...extra,
    };
  }

  function frame(rest) {
    return {
      animation: false, useUTC: true, textStyle: { fontFamily: 'system-ui, sans-serif', fontSize: 12, color: colour('--ink') },
      ...rest,
      tooltip: {
        confine: true, transitionDuration: 0, backgroundColor: colour('--panel'), borderColor: colour('--rule'),
        textStyle: { color: colour('--ink') }, ...rest.tooltip,
      },
    };
  }

  function extent(crawls) {
    const times = crawls.map(Date.parse);
    const pad = times.length > 1 ? 0 : 15 * DAY;
    return { min: times[0] - pad, max: times[times.length - 1] + pad };
  }

  // What happened is numbered as in the list below the chart; what we changed ourselves is dashed.
  function markLine(marks) {
    return {
      silent: true, symbol: 'none', label: { color: colour('--quiet'), fontSize: 11, formatter: ({ name }) => name },
      data: marks.map(({ date, kind }, i) => ({
        name: String(i + 1), xAxis: date, lineStyle: { color: colour('--quiet'), width: 1, type: kind === 'method' ? 'dashed' : 'solid' },
      })),
    };
  }

  // Lines over crawls, each labelled at its end, and below them what could not be measured.
  function lines({ crawls, groups }, width, marks) {
    const ink = colour('--ink');
    const quiet = colour('--quiet');
    const narrow = width < 560;
    const right = narrow ? 96 : 160;
    const dense = crawls.length > MANY_CRAWLS;
    const { min, max } = extent(crawls);
    const all = groups.flatMap(({ points }) => points);
    const time = (gridIndex, labelled) => ({
      type: 'time', gridIndex, min, max, axisPointer: { snap: true }, splitNumber: narrow ? 2 : 6, minInterval: 28 * DAY,
      axisLabel: { show: labelled, color: quiet, hideOverlap: true, formatter: tick(narrow) },
      axisTick: { show: labelled }, axisLine: { lineStyle: { color: quiet } },
    });
    const drawn = groups.map(({ label, ink: line, points }, i) => ({
      type: 'line', name: label, xAxisIndex: 0, yAxisIndex: 0, symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 6,
      showSymbol: !dense, lineStyle: { width: 2.25, color: line }, itemStyle: { color: line }, emphasis: { disabled: true },
      connectNulls: false, markLine: i === 0 ? markLine(marks) : undefined,
      // ECharts fails at the label of a line that has no value at all.
      endLabel: {
        show: points.some(p => p.denominator > 0), distance: 10, color: ink, fontSize: narrow ? 11 : 13,
        formatter: ({ data: [, v] }) => (narrow ? short(label, 14) : short(label, 20) + '  ' + percent(v)),
      },
      data: points.map(p => [p.crawl, share(p.numerator, p.denominator)]),
    }));
    const unmeasured = (name, line, points) => ({
      type: dense ? 'line' : 'bar', name: name + ', unmeasured', xAxisIndex: 1, yAxisIndex: 1, silent: true, symbol: 'none',
      barGap: '10%', barCategoryGap: '30%', itemStyle: { color: hatched(line), borderColor: line, borderWidth: 1 },
      lineStyle: { width: 1, color: line }, areaStyle: { color: hatched(line), opacity: 1 },
      data: points.map(p => [p.crawl, missed(p)]),
    });
    // Where there is no room for a bar a line, the highest of each crawl stands for all.
    const highest = points => points.reduce((most, point) => (missed(point) > missed(most) ? point : most));
    const hatches = dense || narrow
      ? [unmeasured('highest', quiet, crawls.map(crawl => highest(all.filter(p => p.crawl === crawl))))]
      : groups.map(({ label, ink: line, points }) => unmeasured(label, line, points));
    // Bars widen their time axis: as many of no height above, so that both axes stay one above the other.
    const spacers = hatches.filter(one => one.type === 'bar').map(one => ({
      ...one, xAxisIndex: 0, yAxisIndex: 0, itemStyle: { opacity: 0 }, data: one.data.map(([crawl]) => [crawl, 0]),
    }));
    const below = text(dense || narrow ? 'script.axis.highest' : 'script.axis.unmeasured');
    const shares = all.map(p => share(p.numerator, p.denominator)).filter(v => v !== null);
    return frame({
      grid: [{ left: 48, right, top: 48, bottom: 146 }, { left: 48, right, height: 62, bottom: 28 }],
      xAxis: [time(0, false), time(1, true)],
      yAxis: [{ ...shareAxis(0, text('script.axis.share'), scale(shares)), nameGap: 26 }, shareAxis(1, below, ends(scale(all.map(missed))))],
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: quiet } },
      tooltip: {
        trigger: 'axis',
        formatter: items => {
          const crawl = items[0].data[0];
          return tip(day(crawl), groups.flatMap(({ label, points }) => points.filter(p => p.crawl === crawl).map(p => figure(label, p))));
        },
      },
      series: [...drawn, ...spacers, ...hatches],
    });
  }

  // Labels at the lines' ends keep a line's height from each other, in the order of their values, and stay above the axis.
  function spreadLabels(chart, { groups }) {
    const labels = groups
      .map(({ points }, index) => ({ index, point: points[points.length - 1] }))
      .filter(({ point }) => point && point.denominator > 0)
      .map(({ index, point }) => ({ index, at: chart.convertToPixel({ yAxisIndex: 0 }, share(point.numerator, point.denominator)) }))
      .sort((a, b) => a.at - b.at);
    const floor = chart.convertToPixel({ yAxisIndex: 0 }, 0) - LABEL_HEIGHT / 2;
    labels.forEach((label, i) => { label.to = i === 0 ? label.at : Math.max(label.at, labels[i - 1].to + LABEL_HEIGHT); });
    for (let i = labels.length - 1, limit = floor; i >= 0; i--, limit = labels[i + 1].to - LABEL_HEIGHT) {
      labels[i].to = Math.min(labels[i].to, limit);
    }
    const moved = groups.map(() => ({}));
    for (const { index, at, to } of labels) moved[index] = { endLabel: { offset: [0, to - at] } };
    chart.setOption({ series: moved });
  }

  // Every metric that a headline shows has the same colour on every page.
  const trendGroups = data => ({
    crawls: data.crawls,
    groups: data.metrics.map((metric, i) => ({
      label: TEXTS['metric.' + metric.id + '.label'] ?? metric.label, ink: colour('--metric-' + metric.id.replaceAll('_', '-')) || series(i),
      points: data.points.filter(p => p.metric === metric.id),
    })),
  });

  const comparedGroups = data => ({
    crawls: data.crawls,
    groups: data.keys.map((key, i) => ({ label: key, ink: series(i), points: data.points.filter(p => p.key === key) }))
      .filter(({ points }) => points.length > 0),
  });

  const overCrawls = groups => ({
    option: (data, width, marks) => lines(groups(data), width, marks),
    after: (chart, data) => spreadLabels(chart, groups(data)),
  });

  // A bar a repair: what it heals, what cannot be told, what has other faults too.
  const bars = {
    height: data => 110 + 34 * data.problems.length,
    option: (data, width) => {
      const narrow = width < 560;
      const names = data.problems.map(p => p.party + '\n' + p.sentence);
      const stack = (name, value, itemStyle) => ({ type: 'bar', stack: 'domains', name, barMaxWidth: 18, itemStyle, data: data.problems.map(value) });
      return frame({
        grid: { left: narrow ? 130 : 300, right: 24, top: 44, bottom: 34 },
        legend: { top: 0, left: 0, textStyle: { color: colour('--ink') }, itemWidth: 18 },
        xAxis: countAxis({ name: text('column.domains'), nameLocation: 'middle', nameGap: 24 }),
        yAxis: {
          type: 'category', inverse: true, data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--quiet') } },
          axisLabel: {
            color: colour('--ink'), lineHeight: 14,
            formatter: name => name.split('\n').map(line => short(line, narrow ? 17 : 44)).join('\n'),
          },
        },
        tooltip: {
          trigger: 'axis', axisPointer: { type: 'shadow' },
          formatter: items => {
            const p = data.problems[items[0].dataIndex];
            return tip(p.party, [[p.sentence], [text('script.heals', COUNT.format(p.healed), COUNT.format(p.domains))],
              [text('script.cannot', COUNT.format(p.unmeasured))], [text('script.hosts', COUNT.format(p.hosts))]]);
          },
        },
        series: [
          stack(text('script.healed'), p => p.healed, { color: colour('--metric-dnssec') }),
          stack(text('script.untold'), p => p.unmeasured, { color: hatched(colour('--quiet')), borderColor: colour('--quiet'), borderWidth: 1 }),
          stack(text('script.others'), p => p.domains - p.healed - p.unmeasured, { color: colour('--rule') }),
        ],
      });
    },
  };

  const placeAxis = (gridIndex, places, name) => ({
    type: 'category', gridIndex, data: places, name, nameLocation: 'middle', nameGap: 28,
    nameTextStyle: { color: colour('--quiet') }, axisLabel: { show: name !== '', color: colour('--quiet'), hideOverlap: true },
    axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--quiet') } },
  });

  // What all domains add up to, when one party after another does its part.
  const curve = {
    option: data => {
      const today = { place: 0, party: 'today', ...data.today };
      const points = [today, ...data.curve];
      const places = points.map(p => String(p.place));
      return frame({
        grid: [{ left: 48, right: 64, top: 36, bottom: 156 }, { left: 48, right: 64, height: 52, bottom: 52 }],
        xAxis: [placeAxis(0, places, ''), placeAxis(1, places, text('script.axis.done'))],
        yAxis: [
          shareAxis(0, text('script.axis.share'), scale(points.map(p => share(p.numerator, p.denominator) ?? 0))),
          shareAxis(1, text('script.axis.unmeasured'), ends(scale(points.map(missed)))),
        ],
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
        tooltip: {
          trigger: 'axis',
          formatter: items => {
            const p = points[items[0].dataIndex];
            return tip(p.place === 0 ? text('script.today') : p.place + '. ' + p.party, [figure(text('script.together'), p)]);
          },
        },
        series: [
          {
            type: 'line', name: 'together', step: points.length > 60 ? 'end' : false, symbol: 'circle', symbolSize: 6, showSymbol: points.length < 60,
            lineStyle: { width: 2.25, color: series(0) }, itemStyle: { color: series(0) },
            data: points.map(p => share(p.numerator, p.denominator)),
            label: {
              show: true, position: 'bottom', distance: 8, color: colour('--ink'),
              formatter: ({ dataIndex }) => (dataIndex > 0 && dataIndex < 6 ? short(points[dataIndex].party, 18) : ''),
            },
            labelLayout: { hideOverlap: true },
          },
          {
            type: 'bar', name: 'unmeasured', xAxisIndex: 1, yAxisIndex: 1, silent: true,
            itemStyle: { color: hatched(colour('--quiet')), borderColor: colour('--quiet'), borderWidth: points.length < 60 ? 1 : 0 }, data: points.map(missed),
          },
        ],
      });
    },
  };

  // A line a party: its place among all by each thing that could be done.
  const ranks = {
    height: data => 90 + 30 * Math.min(10, new Set(data.gains.map(g => g.party)).size),
    option: (data, width) => {
      const levers = data.levers.map(lever => lever.id);
      const title = id => TEXTS['lever.' + id + '.title'] ?? data.levers.find(lever => lever.id === id).title;
      const parties = [...new Set(data.gains.map(g => g.party))].slice(0, 10);
      const ranked = new Map(levers.map(lever => [lever, data.gains.filter(g => g.lever === lever && parties.includes(g.party)).sort((a, b) => b.gained - a.gained)]));
      const gained = (party, lever) => '+' + COUNT.format(data.gains.find(g => g.lever === lever && g.party === party)?.gained ?? 0);
      const place = (party, lever) => ranked.get(lever).findIndex(g => g.party === party) + 1;
      const narrow = width < 560;
      return frame({
        grid: { left: 48, right: narrow ? 110 : 190, top: 64, bottom: 16 },
        xAxis: {
          type: 'category', position: 'top', data: levers, axisTick: { show: false }, axisLine: { show: false },
          axisLabel: { color: colour('--ink'), interval: 0, margin: narrow ? 20 : 26, fontSize: narrow ? 11 : 12, formatter: (id, i) => title(id) + (narrow && i % 2 === 1 ? '\n ' : '') },
        },
        yAxis: {
          type: 'value', inverse: true, min: 1, max: parties.length, interval: 1, name: text('column.place'), nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: colour('--quiet') },
          axisLabel: { color: colour('--quiet') }, splitLine: { show: false },
        },
        tooltip: {
          trigger: 'item',
          formatter: ({ seriesName, dataIndex }) => {
            const g = data.gains.find(one => one.party === seriesName && one.lever === levers[dataIndex]);
            return tip(g.party, [[title(g.lever)], [text('script.gained', COUNT.format(g.gained), COUNT.format(g.already))],
              [text('script.then', COUNT.format(g.numerator), COUNT.format(g.denominator))], [text('script.unmeasured', COUNT.format(g.unmeasured))]]);
          },
        },
        series: parties.map((party, i) => ({
          type: 'line', name: party, symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 10,
          lineStyle: { width: 2.25, color: series(i), type: i < PALETTE.length ? 'solid' : 'dashed' }, itemStyle: { color: series(i) },
          endLabel: { show: true, distance: 10, color: colour('--ink'), formatter: () => short(party, narrow ? 14 : 26) },
          label: { show: !narrow, position: 'top', distance: 3, color: colour('--quiet'), fontSize: 10, formatter: ({ dataIndex }) => gained(party, levers[dataIndex]) },
          data: levers.map(lever => place(party, lever)),
        })),
      });
    },
  };

  // Each standing before on the left, after on the right; hatched where it could not be told.
  const flow = {
    height: () => 460,
    option: (data, width) => {
      const inks = {
        working: colour('--metric-starttls'), partial: colour('--metric-tlsrpt'), broken: colour('--metric-dane'),
        without: colour('--metric-mail'), unmeasured: hatched(colour('--quiet')), not_applicable: colour('--rule'), outside: colour('--rule'),
      };
      const sum = (side, id) => data.transitions.filter(t => t[side] === id).reduce((all, t) => all + t.domains, 0);
      const nodes = side => [...new Set(data.transitions.map(t => t[side]))].map(id => ({
        name: side + ' ' + id, itemStyle: { color: inks[id], borderColor: colour('--quiet'), borderWidth: id === 'unmeasured' ? 1 : 0 },
        label: { position: side === 'before' ? 'left' : 'right', formatter: words(id) + '  ' + COUNT.format(sum(side, id)) },
      }));
      const margin = width < 560 ? 112 : 150;
      return frame({
        tooltip: {
          trigger: 'item',
          formatter: ({ dataType, data: shown }) => {
            if (dataType === 'edge') return tip(text('script.domains', COUNT.format(shown.value)), [[words(shown.event)], [text('script.flow', words(shown.source.slice(7)), words(shown.target.slice(6)))]]);
            const [when, id] = shown.name.split(' ');
            return tip(words(id), [[text(when === 'before' ? 'script.before' : 'script.after', COUNT.format(sum(when, id)))]]);
          },
        },
        graphic: [['left', data.before], ['right', data.after]].map(([side, date]) => ({
          type: 'text', [side]: margin, top: 2, silent: true, style: { text: day(date), fill: colour('--quiet'), font: '12px system-ui, sans-serif' },
        })),
        series: [{
          type: 'sankey', left: margin, right: margin, top: 26, bottom: 16, nodeGap: 22, nodeWidth: 18, draggable: false, layoutIterations: 32,
          emphasis: { focus: 'adjacency' }, label: { color: colour('--ink'), fontSize: width < 560 ? 11 : 13 },
          lineStyle: { color: colour('--quiet'), opacity: 0.22, curveness: 0.5 },
          data: [...nodes('before'), ...nodes('after')],
          links: data.transitions.map(t => ({
            source: 'before ' + t.before, target: 'after ' + t.after, value: t.domains, event: t.event,
            lineStyle: ['adopted', 'repaired'].includes(t.event) ? { color: colour('--metric-starttls'), opacity: 0.6 }
              : ['dropped', 'broke'].includes(t.event) ? { color: colour('--metric-dane'), opacity: 0.6 } : undefined,
          })),
        }],
      });
    },
  };

  // What comes in and goes out of the domains that pass, a rule at a time.
  const defined = (id, title) => TEXTS['definition.' + id + '.title'] ?? title;
  const waterfall = {
    option: (data, width) => {
      const narrow = width < 560;
      const steps = data.steps;
      const names = [...steps.map((s, i) => (i === 0 ? defined(data.from, data.from_title) : words(s.subject))), defined(data.to, data.to_title)];
      const last = steps[steps.length - 1];
      const whole = [...steps, last];
      const before = i => steps[i - 1].numerator;
      const bar = (name, value, itemStyle, label) => ({ type: 'bar', stack: 'domains', name, barMaxWidth: 56, itemStyle, label, data: whole.map((_, i) => value(i)) });
      const signed = [['+', 'numerator_in'], ['−', 'numerator_out']];
      const moved = s => signed.filter(([, part]) => s[part] > 0).map(([sign, part]) => sign + COUNT.format(s[part])).join(' ') || '±0';
      const isTotal = i => i === 0 || i === steps.length;
      const change = s => ['−', '±', '+'][1 + Math.sign(s.denominator_in - s.denominator_out)] + COUNT.format(Math.abs(s.denominator_in - s.denominator_out));
      // A share may fall though no domain does: because more are counted.
      const beside = (line, part) => (narrow ? line : line + '\n' + part);
      const axis = (gridIndex, shown) => ({
        type: 'category', gridIndex, data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--quiet') } },
        axisLabel: {
          show: shown, color: colour('--ink'), interval: 0, lineHeight: 14, rotate: narrow ? 40 : 0, width: 120, overflow: narrow ? 'none' : 'break',
          formatter: name => (narrow ? short(name, 16) : name),
        },
      });
      return frame({
        grid: [{ left: 64, right: 16, top: 56, bottom: narrow ? 210 : 170 }, { left: 64, right: 16, height: 46, bottom: narrow ? 100 : 60 }],
        xAxis: [axis(0, false), axis(1, true)],
        yAxis: [
          countAxis({ gridIndex: 0, name: text('script.axis.pass'), nameTextStyle: { color: colour('--quiet'), align: 'left', padding: [0, 0, 0, -60] } }),
          shareAxis(1, text('script.axis.unmeasured'), ends(scale(whole.map(missed)))),
        ],
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
        tooltip: {
          trigger: 'axis', axisPointer: { type: 'shadow' },
          formatter: items => {
            const i = items[0].dataIndex;
            const s = whole[i];
            const moves = isTotal(i) ? [] : [[s.rule], [text('reconcile.instead', s.instead)], [text('script.passing', COUNT.format(s.numerator_in), COUNT.format(s.numerator_out))],
              [text('script.counted', COUNT.format(s.denominator_in), COUNT.format(s.denominator_out))]];
            return tip(names[i], [...moves, figure(text('script.left'), s)]);
          },
        },
        series: [
          bar('base', i => (isTotal(i) ? 0 : before(i) - steps[i].numerator_out), { color: 'transparent' }),
          bar('figure', i => (isTotal(i) ? whole[i].numerator : 0), { color: series(0) }, {
            show: true, position: 'top', lineHeight: 15, color: colour('--ink'), formatter: ({ dataIndex: i }) => (isTotal(i) ? beside(percent(share(whole[i].numerator, whole[i].denominator)),
              text('tally.counts', COUNT.format(whole[i].numerator), COUNT.format(whole[i].denominator))) : ''),
          }),
          bar('goes out', i => (isTotal(i) ? 0 : steps[i].numerator_out), { color: colour('--metric-dane') }),
          bar('comes in', i => (isTotal(i) ? 0 : steps[i].numerator_in), { color: colour('--metric-starttls') }, {
            show: true, position: 'top', lineHeight: 15, color: colour('--ink'),
            formatter: ({ dataIndex: i }) => (isTotal(i) ? '' : beside(moved(steps[i]), text('script.of', change(steps[i])))),
          }),
          {
            type: 'bar', name: 'unmeasured', xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 56, silent: true,
            itemStyle: { color: hatched(colour('--quiet')), borderColor: colour('--quiet'), borderWidth: 1 }, data: whole.map(missed),
          },
        ],
      });
    },
  };

  // What the largest providers hold together, and beside it what could not be told.
  const concentration = {
    option: (data, width) => {
      const points = data.holders;
      const unmeasured = share(data.unmeasured, data.domains + data.unmeasured) ?? 0;
      return frame({
        grid: { left: 48, right: width < 560 ? 24 : 40, top: 36, bottom: 52 },
        xAxis: {
          type: 'log', min: 1, max: Math.max(2, points.length === 0 ? 2 : points[points.length - 1].place), name: text('script.axis.largest'), nameLocation: 'middle', nameGap: 30,
          nameTextStyle: { color: colour('--quiet') }, axisLabel: { color: colour('--quiet'), formatter: value => COUNT.format(value) },
          splitLine: { show: false }, axisLine: { lineStyle: { color: colour('--quiet') } },
        },
        yAxis: shareAxis(0, text('script.axis.known'), { interval: 20, max: 100 }),
        tooltip: {
          trigger: 'axis',
          formatter: items => {
            const h = points[items[0].dataIndex];
            return tip(h.place + '. ' + h.provider, [[text('script.domains', COUNT.format(h.domains))],
              figure(text('script.cumulated'), { numerator: h.cumulated, denominator: data.domains, unmeasured: data.unmeasured })]);
          },
        },
        series: [{
          type: 'line', name: 'together', symbol: 'circle', symbolSize: 6, showSymbol: points.length < 60, clip: false,
          lineStyle: { width: 2.25, color: series(0) }, itemStyle: { color: series(0) }, data: points.map(h => [h.place, share(h.cumulated, data.domains)]),
          markArea: {
            silent: true, itemStyle: { color: hatched(colour('--quiet')), opacity: 0.6 },
            label: { color: colour('--ink'), backgroundColor: colour('--paper'), padding: 3, position: ['99%', -4], align: 'right', verticalAlign: 'bottom', formatter: text('script.unmeasured-of-all', percent(unmeasured)) },
            data: [[{ yAxis: 0 }, { yAxis: unmeasured }]],
          },
        }],
      });
    },
  };

  // The map as the page has it, for pictures: each tile with code and share, the title above, the shades below.
  const TILE = { width: 34, height: 30, gap: 2, margin: 16, head: 56, foot: 40 };

  function tilesOf(figure) {
    const look = tile => {
      const { color, backgroundColor } = getComputedStyle(tile);
      return { ink: color, fill: tile.classList.contains('nothing') ? null : backgroundColor };
    };
    const shown = figure.querySelectorAll('.tiles li');
    const cells = [...shown].map(({ dataset, firstElementChild: tile }) => ({
      column: Number(dataset.column), row: Number(dataset.row), code: tile.children[0].textContent, number: tile.children[1].textContent, ...look(tile),
    }));
    const steps = [...figure.querySelectorAll('.shades li')].map(step => ({ words: step.lastChild.textContent.trim(), ...look(step.firstElementChild) }));
    const span = axis => Math.max(...cells.map(cell => cell[axis])) + 1;
    return {
      cells, steps, title: figure.querySelector('h2').textContent,
      width: 2 * TILE.margin + span('column') * (TILE.width + TILE.gap),
      height: TILE.head + TILE.foot + span('row') * (TILE.height + TILE.gap),
    };
  }

  const tiles = {
    option: ({ cells, steps, title, height }) => {
      const words = (text, x, y, fill, font, align = 'center') => ({ type: 'text', silent: true, style: { text, x, y, fill, font: font + ' system-ui, sans-serif', align, verticalAlign: 'middle' } });
      const box = (x, y, width, height, fill) => ({ type: 'rect', silent: true, shape: { x, y, width, height, r: 3 }, style: { fill: fill ?? hatched(colour('--rule')), stroke: colour('--rule'), lineWidth: 0.5 } });
      const tile = ({ column, row, code, number, ink, fill }) => {
        const x = TILE.margin + column * (TILE.width + TILE.gap);
        const y = TILE.head + row * (TILE.height + TILE.gap);
        return [box(x, y, TILE.width, TILE.height, fill), words(code, x + TILE.width / 2, y + 9, ink, '600 12px'), words(number, x + TILE.width / 2, y + 21, ink, '12px')];
      };
      const step = ({ words: text, fill }, i) => [
        box(TILE.margin + 150 * i, height - 26, 28, 14, fill), words(text, TILE.margin + 150 * i + 36, height - 19, colour('--quiet'), '12px', 'left')];
      return frame({ graphic: [words(title, TILE.margin, 26, colour('--ink'), '600 18px', 'left'), ...cells.flatMap(tile), ...steps.flatMap(step)] });
    },
  };

  return {
    tilesOf, element, text, COUNT, day,
    kinds: { trend: overCrawls(trendGroups), compare: overCrawls(comparedGroups), bars, curve, ranks, flow, waterfall, concentration, tiles },
    paper: () => colour('--paper'),
  };
})();
