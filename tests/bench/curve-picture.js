const WIDTH = 300;
const HEIGHT = 220;
const MARGIN = { left: 56, right: 14, top: 30, bottom: 34 };
const ACROSS = 3;
const HEAD = 44;

const LINES = [
  { column: 'full', name: 'press', style: 'stroke="#1f6feb" stroke-width="2"', mark: '#1f6feb' },
  {
    column: 'plain full',
    name: 'plain type',
    style: 'stroke="#8a8f98" stroke-width="1.5" stroke-dasharray="5 3"',
    mark: '#8a8f98',
  },
];

/**
 * How the time of each measure grows with the table, as an SVG picture: one small chart for each, both axes logarithmic.
 * @param points what `--curve` measured before ANALYZE, from small to large.
 */
function curvePicture({ title, points }) {
  const measures = Object.keys(points[0].medians);
  const height = HEAD + Math.ceil(measures.length / ACROSS) * HEIGHT;
  const charts = measures.map((measure, index) => {
    const place = `translate(${(index % ACROSS) * WIDTH} ${HEAD + Math.floor(index / ACROSS) * HEIGHT})`;
    return `<g transform="${place}">${chart(measure, points)}</g>`;
  });
  const legend = LINES.map(
    ({ name, style }, index) =>
      `<g transform="translate(${ACROSS * WIDTH - 220 + index * 100} 20)"><line x2="24" ${style}/><text x="30" y="4">${name}</text></g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ACROSS * WIDTH} ${height}" font-family="sans-serif" font-size="11" fill="#333">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="14" y="25" font-size="15" font-weight="bold">${escaped(title)}</text>`,
    ...legend,
    ...charts,
    '</svg>\n',
  ].join('\n');
}

function chart(measure, points) {
  const lines = LINES.map((line) => ({ ...line, values: valuesOf(points, measure, line.column) }));
  const sizes = points.map(({ size }) => size);
  const times = lines.flatMap(({ values }) => values.map(([, time]) => time));
  const x = logScale(sizes, MARGIN.left, WIDTH - MARGIN.right);
  const y = logScale(
    [
      ...times,
      10 ** Math.floor(Math.log10(Math.min(...times))),
      10 ** Math.ceil(Math.log10(Math.max(...times))),
    ],
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const parts = [`<text x="${MARGIN.left}" y="18" font-weight="bold">${escaped(measure)}</text>`];
  for (const time of powersOfTen(y.least, y.most)) {
    const at = y.at(time).toFixed(1);
    parts.push(
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${at}" y2="${at}" stroke="#e3e6ea"/>`,
    );
    parts.push(`<text x="${MARGIN.left - 5}" y="${Number(at) + 4}" text-anchor="end">${time} ms</text>`);
  }
  for (const size of [sizes[0], ...powersOfTen(sizes[0] * 3, sizes.at(-1))]) {
    const at = x.at(size).toFixed(1);
    parts.push(
      `<text x="${at}" y="${HEIGHT - MARGIN.bottom + 16}" text-anchor="middle">${shortNumber(size)}</text>`,
    );
  }
  for (const { values, style, mark } of lines) {
    if (values.length === 0) continue;
    const spots = values.map(([size, time]) => [x.at(size).toFixed(1), y.at(time).toFixed(1)]);
    parts.push(`<polyline points="${spots.map((spot) => spot.join()).join(' ')}" fill="none" ${style}/>`);
    for (const [left, top] of spots) parts.push(`<circle cx="${left}" cy="${top}" r="2.5" fill="${mark}"/>`);
  }
  return parts.join('\n');
}

function valuesOf(points, measure, column) {
  return points
    .map(({ size, medians }) => [size, medians[measure][column]])
    .filter(([, time]) => time !== undefined);
}

function logScale(values, from, to) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const span = Math.log(most / least) || 1;
  return { least, most, at: (value) => from + ((to - from) * Math.log(value / least)) / span };
}

function powersOfTen(least, most) {
  const powers = [];
  for (let exponent = Math.ceil(Math.log10(least)); exponent <= Math.log10(most); exponent += 1)
    powers.push(Number(`1e${exponent}`));
  return powers;
}

function shortNumber(value) {
  if (value >= 1e6) return `${value / 1e6} M`;
  return value >= 1000 ? `${value / 1000} k` : String(value);
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

module.exports = { curvePicture };
