import { parseRubyInstant, parseRubyTime } from '../../../core/jekyll';

const NOW = Date.UTC(2023, 10, 14, 22, 13, 20);
const read = (text: string, timezone = 'UTC') => {
  const epoch = parseRubyTime(text, { timezone, now: NOW });
  return epoch === null ? null : new Date(epoch).toISOString().replace('.000Z', 'Z');
};

describe('parseRubyTime', () => {
  it.each([
    ['2019-07-04', '2019-07-04T00:00:00Z'],
    ['2019-7-4 9:05', '2019-07-04T09:05:00Z'],
    ['2019/07/04 09:05:06', '2019-07-04T09:05:06Z'],
    ['4/7/2019', '2019-07-04T00:00:00Z'],
    ['4.7.2019', '2019-07-04T00:00:00Z'],
    ['July 4, 2019', '2019-07-04T00:00:00Z'],
    ['Thu, 4th Jul 2019 3pm', '2019-07-04T15:00:00Z'],
    ['4th of Jul 2019', '2019-07-01T00:00:00Z'],
    ['4-Jul-19', '2019-07-04T00:00:00Z'],
    ["Jul 4 '19", '2019-07-04T00:00:00Z'],
    ['20190704T090506Z', '2019-07-04T09:05:06Z'],
    ['2019-185', '2019-07-04T00:00:00Z'],
    ['2019-366', null],
    ['2019-07-04 09:05:06 (about)', '2019-07-04T09:05:06Z'],
    ['2019-07-04 12:00 a.m.', '2019-07-04T00:00:00Z'],
    ['15 March 44 BC', '-000043-03-15T00:00:00Z'],
    ['H31.4.1', '2019-04-01T00:00:00Z'],
    ['R1.5.1', '2019-05-01T00:00:00Z'],
    ['2019-07-04 24:00', '2019-07-05T00:00:00Z'],
    ['2019-02-29', '2019-03-01T00:00:00Z'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    'thursday',
    '+0800',
    '2019',
    '2019-13-01',
    '2019-07-04 25:00',
    '2019-07-04 10:61',
    '1562200000',
  ])('cannot read “%s”', (text) => {
    expect(read(text)).toBeNull();
  });

  it('refuses texts that Ruby finds too long', () => {
    expect(read(`2019-07-04 ${'x'.repeat(117)}`)).toBe('2019-07-04T00:00:00Z');
    expect(read(`2019-07-04 ${'x'.repeat(118)}`)).toBeNull();
  });

  it.each([
    ['2019-07-04 10:00', '2019-07-04T02:00:00Z'],
    ['2019-07-04 10:00 +0200', '2019-07-04T08:00:00Z'],
    ['2019-07-04 10:00 +02:00', '2019-07-04T08:00:00Z'],
    ['2019-07-04 10:00 -05', '2019-07-04T15:00:00Z'],
    ['2019-07-04 10:00 EDT', '2019-07-04T14:00:00Z'],
    ['2019-07-04 10:00 CST', '2019-07-04T16:00:00Z'],
    ['2019-07-04 10:00 -400', '2019-07-04T02:00:00Z'],
    ['2019-07-04 10:00 Asia/Tokyo', '2019-07-04T02:00:00Z'],
    ['2019-07-04 10:00 CEST', '2019-07-04T02:00:00Z'],
    ['2019-07-04 10:00 +99', null],
  ])('%s in China', (text, expected) => {
    expect(read(text, 'Asia/Shanghai')).toBe(expected);
  });

  it('knows the names of the site’s own zone, summer or winter', () => {
    expect(read('2019-07-04 10:00 CET', 'Europe/Paris')).toBe('2019-07-04T09:00:00Z');
    expect(read('2019-01-04 10:00 CEST', 'Europe/Paris')).toBe('2019-01-04T08:00:00Z');
    expect(read('2019-07-04 10:00 IST', 'Europe/Dublin')).toBe('2019-07-04T09:00:00Z');
  });

  it('fills what stands before the first element from today', () => {
    expect(read('10:30')).toBe('2023-11-14T10:30:00Z');
    expect(read('3/8')).toBe('2023-03-08T00:00:00Z');
    expect(read('10:30', 'Asia/Shanghai')).toBe('2023-11-15T02:30:00Z');
  });

  it('keeps nanoseconds', () => {
    expect(parseRubyInstant('2019-07-04 09:05:06.123456789', { timezone: 'UTC' })).toEqual({
      epochSeconds: Date.UTC(2019, 6, 4, 9, 5, 6) / 1000,
      nanoseconds: 123456789,
    });
  });
});
