const MEASURE_WIDTH = 68;
const COLUMN_WIDTH = 13;

/**
 * Sections of measures as a table for a terminal. A section is `{ title, columns, rows }`; a row has its columns by name,
 * and `limit` or `least`, which bounds its ratio, or where it has none its last column.
 */
function asText(sections) {
  return sections
    .map(({ title, columns, rows }) => {
      const line = (measure, cells, bound) =>
        `${measure.padEnd(MEASURE_WIDTH)}${cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('')}   ${bound}`.trimEnd();
      return [
        title,
        line('measure', columns, 'must be'),
        ...rows.map((row) => line(row.measure, cellsOf(row, columns), boundOf(row, columns))),
        '',
      ].join('\n');
    })
    .join('\n');
}

/** The same as Markdown tables. */
function asMarkdown(sections) {
  return sections
    .map(({ title, columns, rows }) => {
      const line = (cells) => `| ${cells.join(' | ')} |`;
      return [
        `**${title}**`,
        '',
        line(['measure', ...columns, 'must be']),
        `| --- |${columns.map(() => ' ---: |').join('')} --- |`,
        ...rows.map((row) => line([row.measure, ...cellsOf(row, columns), boundOf(row, columns)])),
        '',
      ].join('\n');
    })
    .join('\n');
}

function cellsOf(row, columns) {
  return columns.map((name) => (row[name] === undefined ? '' : shown(row[name])));
}

function shown(value) {
  return Math.abs(value) >= 1000 || value === 0 ? String(Math.round(value)) : value.toFixed(2);
}

function boundOf(row, columns) {
  const { limit, least } = row;
  if (limit === undefined && least === undefined) return '';
  const last = columns.findLast((name) => row[name] !== undefined);
  const value = row.ratio ?? row[last];
  const met = limit === undefined ? value >= least : value <= limit;
  return `${limit === undefined ? `>= ${least}` : `<= ${limit}`}${met ? '' : '   missed'}`;
}

module.exports = { asMarkdown, asText };
