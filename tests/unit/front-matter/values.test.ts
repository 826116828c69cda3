import { CalendarDate, Float, guessType, Timestamp } from '../../../core/front-matter';

const float = (value: number): Float => new Float(value);

describe('guessType', () => {
  test.each([
    ['yes', true],
    ['On', true],
    ['tRue', true],
    ['OFF', false],
    ['no', false],
    ['y', 'y'],
    ['n', 'n'],
    ['', null],
    ['~', null],
    ['NULL', null],
    ['nULL', 'nULL'],
  ])('reads %j as a boolean, nil or text', (text, value) => {
    expect(guessType(text)).toBe(value);
  });

  test.each([
    ['1', 1],
    ['+1', 1],
    ['-12', -12],
    ['0', 0],
    ['01', 1],
    ['0777', 511],
    ['08', '08'],
    ['09', '09'],
    ['0x1F', 31],
    ['-0x1f', -31],
    ['0b11', 3],
    ['0o17', '0o17'],
    ['1_000', 1000],
    ['1__0', 10],
    ['1,000', 1000],
    ['1,', 1],
    ['9223372036854775808', 9223372036854775808n],
    ['1.2.3', '1.2.3'],
    [':sym', ':sym'],
    ['7\n', 7],
  ])('reads %j as an integer or text', (text, value) => {
    expect(guessType(text)).toBe(value);
  });

  test.each([
    ['1.5', 1.5],
    ['.5', 0.5],
    ['-1.5e+3', -1500],
    ['1_0.5', 10.5],
    ['10:30', 630],
    ['10:30:15', 37815],
    ['+08:00', 480],
    ['-1:30', 30],
    ['1:30.5', 90.5],
    ['.inf', Infinity],
    ['-.INF', -Infinity],
  ])('reads %j as a float', (text, value) => {
    expect(guessType(text)).toEqual(float(value));
  });

  test.each(['1.', '1e3', '12e03', '.', '+', '-', '1._5', '1_.5', '+0800', '.iNF', 'e5'])(
    'leaves %j a text',
    (text) => {
      expect(guessType(text)).toBe(text);
    },
  );

  it('reads not-a-number', () => {
    expect(guessType('.NaN')).toEqual(float(NaN));
  });

  test.each([
    ['2021-12-08', new CalendarDate(2021, 12, 8)],
    ['0000-01-01', new CalendarDate(0, 1, 1)],
    ['1500-02-29', new CalendarDate(1500, 2, 29)],
    ['2021-12-08 10:46:18', new Timestamp(1638960378000, 0, false)],
    ['2021-12-08 10:46:18 Z', new Timestamp(1638960378000, 0, true)],
    ['2021-12-08 10:46:18 +0800', new Timestamp(1638931578000, 28800, true)],
    ['2021-12-08T10:46:18.071+08:00', new Timestamp(1638931578071, 28800, true)],
    ['2021-1-8\t1:46:18 -8', new Timestamp(1610099178000, -28800, true)],
    ['2021-12-08 10:46:18.071203 Z', new Timestamp(1638960378071, 0, true, 71203000)],
    ['2021-12-08 10:46:18 -400', new Timestamp(1638974778000, -14400, true)],
    ['2021-12-08 24:00:00', new Timestamp(1639008000000, 0, false)],
    ['2021-12-08 23:59:60', new Timestamp(1639007999000, 0, false)],
    ['2021-12-08 00:00:00 +9900', new Timestamp(1638921600000, 0, true)],
  ])('reads %j as a date or time', (text, value) => {
    expect(guessType(text)).toEqual(value);
  });

  test.each([
    '2021-12-8',
    '2021-13-45',
    '2021-02-29',
    '1582-10-10',
    '2021-12-08 10:46',
    '2021-12-08 1:2:3',
    '2021-12-08 25:00:00',
    '2021-12-08 10:46:18 +2400',
    '2021-12-08 10:46:18 CST',
    'x 2021-12-08',
  ])('leaves %j a text', (text) => {
    expect(guessType(text)).toBe(text);
  });
});
