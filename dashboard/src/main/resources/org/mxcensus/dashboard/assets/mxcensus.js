// Draws each figure[data-chart] from the API's JSON, lets it be taken along, sorts tables, tries the API. No markup is ever
// made from text: names come from the network and go into the page as text nodes only.
'use strict';

(() => {
  const { element, text, COUNT } = charts;
  const LONGEST_ANSWER = 20000;

  function draw(figure, chart, data) {
    const kind = charts.kinds[figure.dataset.chart ?? 'tiles'];
    chart.clear();
    chart.setOption(kind.option(data, chart.getWidth(), marksOf(figure)));
    kind.after?.(chart, data);
  }

  function show(figure, chart, data) {
    figure.dataset.drawn = 'false';
    draw(figure, chart, data);
    figure.dataset.drawn = 'true';
  }

  const marksOf = figure => [...figure.querySelectorAll('.marks li')].map(({ dataset: { date, kind } }) => ({ date, kind }));

  function save(address, name) {
    const link = element('a');
    link.href = address;
    link.download = name;
    link.click();
  }

  // ECharts writes texts into SVG as they are. So characters of the private use area stand in for those that would be
  // markup, until it has written.
  const MARKUP = ['&', '<', '>', '"'];
  const ENTITIES = ['&amp;', '&lt;', '&gt;', '&quot;'];
  const STAND_INS = 0xe000;

  function disarmed(value) {
    if (typeof value === 'string') return value.replace(/[&<>"]/g, sign => String.fromCharCode(STAND_INS + MARKUP.indexOf(sign)));
    if (Array.isArray(value)) return value.map(disarmed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, disarmed(part)]));
  }

  const written = svg => svg.replace(/[\ue000-\ue003]/g, sign => ENTITIES[sign.charCodeAt(0) - STAND_INS]);

  function svg(figure, { chart, data }) {
    const copy = echarts.init(null, null, { renderer: 'svg', ssr: true, width: chart.getWidth(), height: chart.getHeight() });
    draw(figure, copy, disarmed(data));
    copy.setOption({ backgroundColor: charts.paper() });
    const drawn = written(copy.renderToSVGString());
    copy.dispose();
    return drawn;
  }

  // Pictures need a browser that draws, so only it offers them.
  //
  // @param shown the chart and its data when somebody asks for a picture
  function offerPictures(figure, shown) {
    const name = figure.querySelector('h2').textContent.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replaceAll(' ', '-').toLowerCase();
    const offer = (label, take) => {
      const button = element('button', label);
      button.type = 'button';
      button.addEventListener('click', take);
      figure.querySelector('.take').append(' · ', button);
    };
    offer('PNG', () => save(shown().chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: charts.paper() }), name + '.png'));
    offer('SVG', () => {
      const address = URL.createObjectURL(new Blob([svg(figure, shown())], { type: 'image/svg+xml' }));
      save(address, name + '.svg');
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    });
  }

  async function start(figure) {
    const plot = figure.querySelector('.plot');
    const answer = await fetch(figure.dataset.source);
    if (!answer.ok) {
      plot.className = 'plot plain empty';
      plot.textContent = text('script.not-drawn', answer.status);
      return;
    }
    const data = await answer.json();
    const height = charts.kinds[figure.dataset.chart].height?.(data);
    const chart = echarts.init(plot, null, { renderer: 'canvas', height });
    if (height) plot.classList.add('plain');
    show(figure, chart, data);
    offerPictures(figure, () => ({ chart, data }));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show(figure, chart, data));
    let width = chart.getWidth();
    new ResizeObserver(() => {
      if (plot.clientWidth === width) return;
      width = plot.clientWidth;
      chart.resize({ height });
      show(figure, chart, data);
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
    const body = await answer.text();
    const json = (answer.headers.get('Content-Type') ?? '').startsWith('application/json');
    const shown = json ? JSON.stringify(JSON.parse(body), null, 2) : body;
    const cut = shown.length > LONGEST_ANSWER ? shown.slice(0, LONGEST_ANSWER) + '\n… ' + text('script.characters', COUNT.format(shown.length)) : shown;
    out.textContent = 'GET ' + asked + '\n' + answer.status + '\n\n' + cut;
  }

  // Says how crawls under way come along. What the server wrote stays where there are no events to be had.
  function follow(place) {
    const { live, progress, news } = place.dataset;
    const filled = (text, parts) => parts.reduce((whole, part) => whole.replace('%s', part), text);
    let edition = null;
    new EventSource(live).addEventListener('progress', event => {
      const now = JSON.parse(event.data);
      edition ??= now.edition;
      const sentences = now.crawls.map(crawl => filled(progress, [
        charts.day(crawl.crawl), COUNT.format(crawl.domains), COUNT.format(crawl.frame), COUNT.format(crawl.mx_hosts), COUNT.format(crawl.addresses)]));
      if (now.edition !== edition) sentences.push(news);
      place.textContent = sentences.join(' ');
    });
  }

  // The map is no chart on the page: it becomes one when somebody takes it along.
  function offerMap(figure) {
    offerPictures(figure, () => {
      const data = charts.tilesOf(figure);
      const chart = echarts.init(element('div'), null, { renderer: 'canvas', width: data.width, height: data.height });
      draw(figure, chart, data);
      return { chart, data };
    });
  }

  // A map that is wider than the screen begins in its middle, and not with an ocean.
  function centre(map) {
    map.scrollLeft = (map.scrollWidth - map.clientWidth) / 2;
  }

  document.querySelectorAll('.scroll:has(> .tiles)').forEach(centre);
  document.querySelectorAll('figure:has(.tiles)').forEach(offerMap);
  document.querySelectorAll('[data-live]').forEach(follow);
  document.querySelectorAll('form.try').forEach(form => form.addEventListener('submit', event => ask(form, event)));
  document.querySelectorAll('figure[data-chart]').forEach(start);
  document.querySelectorAll('table[data-sortable]').forEach(makeSortable);
})();
