import { offsetSpans } from '../../../server/src/archive/offset-spans';

const span = (from: string, until: string) => ({ from: Date.parse(from), until: Date.parse(until) });

const shown = (spans: ReturnType<typeof offsetSpans>) =>
  spans.map(({ from, until, offset }) => [
    new Date(from).toISOString().slice(0, 16),
    new Date(until).toISOString().slice(0, 16),
    offset / 3_600_000,
  ]);

it('is one span where clocks are never set', () => {
  expect(shown(offsetSpans([span('2001-01-01', '2022-01-01')], 'Asia/Shanghai'))).toEqual([
    ['2001-01-01T00:00', '2022-01-01T00:00', 8],
  ]);
});

it('breaks off at the second in which clocks are set', () => {
  expect(shown(offsetSpans([span('2021-01-01', '2022-01-01')], 'Europe/Berlin'))).toEqual([
    ['2021-01-01T00:00', '2021-03-28T01:00', 1],
    ['2021-03-28T01:00', '2021-10-31T01:00', 2],
    ['2021-10-31T01:00', '2022-01-01T00:00', 1],
  ]);
});

it('finds the month that Morocco takes out of its summer time', () => {
  expect(shown(offsetSpans([span('2021-03-01', '2021-07-01')], 'Africa/Casablanca'))).toEqual([
    ['2021-03-01T00:00', '2021-04-11T02:00', 1],
    ['2021-04-11T02:00', '2021-05-16T02:00', 0],
    ['2021-05-16T02:00', '2021-07-01T00:00', 1],
  ]);
});

it('joins spans that overlap and keeps others apart', () => {
  const spans = [
    span('2021-03-01', '2021-04-02'),
    span('2021-01-01', '2021-01-05'),
    span('2021-04-01', '2021-05-01'),
  ];
  expect(shown(offsetSpans(spans, 'UTC'))).toEqual([
    ['2021-01-01T00:00', '2021-01-05T00:00', 0],
    ['2021-03-01T00:00', '2021-05-01T00:00', 0],
  ]);
});

it('has a span of less than a second', () => {
  const from = Date.parse('2021-06-01');
  expect(offsetSpans([{ from, until: from + 1 }], 'Europe/Berlin')).toEqual([
    { from, until: from + 1, offset: 7_200_000 },
  ]);
});
