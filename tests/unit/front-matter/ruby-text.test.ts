import {
  CalendarDate,
  Float,
  inspect,
  Timestamp,
  toJson,
  toRubyString,
  type Value,
} from '../../../core/front-matter';

const noon = new Timestamp(Date.UTC(2021, 11, 8, 2, 46, 18), 28800, true);
const half = new Timestamp(Date.UTC(2021, 11, 8, 10, 46, 18, 500), 0, false);

describe('toRubyString', () => {
  test.each<[Value, string]>([
    [null, ''],
    [true, 'true'],
    ['a "b"', 'a "b"'],
    [511, '511'],
    [9223372036854775808n, '9223372036854775808'],
    [new Float(1), '1.0'],
    [new Float(-0), '-0.0'],
    [new Float(1e15), '1000000000000000.0'],
    [new Float(1e16), '1.0e+16'],
    [new Float(1.5e20), '1.5e+20'],
    [new Float(1e-5), '1.0e-05'],
    [new Float(0.0001), '0.0001'],
    [new Float(-Infinity), '-Infinity'],
    [new Float(NaN), 'NaN'],
    [new CalendarDate(21, 1, 2), '0021-01-02'],
    [noon, '2021-12-08 10:46:18 +0800'],
    [half, '2021-12-08 10:46:18 +0000'],
    [new Timestamp(noon.epochMs, -12600, true), '2021-12-07 23:16:18 -0330'],
    [['a', 1, null], '["a", 1, nil]'],
    [new Map<Value, Value>([['a', [true]]]), '{"a"=>[true]}'],
  ])('of %p is as in Ruby', (value, text) => {
    expect(toRubyString(value)).toBe(text);
  });
});

describe('inspect', () => {
  test.each<[Value, string]>([
    [null, 'nil'],
    ['\0\x07\b\t\n\v\f\r\x1b\x7f"\\', '"\\u0000\\a\\b\\t\\n\\v\\f\\r\\e\\u007F\\"\\\\"'],
    ['#{a} #$b #@c #d', '"\\#{a} \\#$b \\#@c #d"'],
    ['中😀\u2028\u{10ffff}', '"中😀\\u2028\\u{10FFFF}"'],
    [new CalendarDate(2021, 12, 8), '#<Date: 2021-12-08 ((2459557j,0s,0n),+0s,2299161j)>'],
    [new CalendarDate(1500, 1, 1), '#<Date: 1500-01-01 ((2268933j,0s,0n),+0s,2299161j)>'],
    [half, '2021-12-08 10:46:18.5 +0000'],
    [new Map<Value, Value>([[2021, null]]), '{2021=>nil}'],
  ])('of %p is as in Ruby', (value, text) => {
    expect(inspect(value)).toBe(text);
  });

  it('shows a list inside itself as Ruby does', () => {
    const list: Value[] = ['a'];
    list.push(list);
    expect(inspect(list)).toBe('["a", [...]]');
  });
});

describe('toJson', () => {
  it('keeps dates, offsets, big integers and odd floats readable', () => {
    const value = new Map<Value, Value>([
      ['date', new CalendarDate(2021, 12, 8)],
      ['time', noon],
      ['utc', half],
      ['big', 9223372036854775808n],
      ['float', new Float(1.5)],
      ['infinite', new Float(Infinity)],
      ['nan', new Float(NaN)],
      ['list', [null, false, 'x']],
      [2021, 'year'],
      [true, 'yes'],
      ['__proto__', 'own'],
    ]);
    const json = JSON.stringify(toJson(value));
    expect(JSON.parse(json)).toEqual(
      JSON.parse(`{
        "date": "2021-12-08", "time": "2021-12-08T10:46:18+08:00", "utc": "2021-12-08T10:46:18.500Z",
        "big": "9223372036854775808", "float": 1.5, "infinite": "Infinity", "nan": null,
        "list": [null, false, "x"], "2021": "year", "true": "yes", "__proto__": "own"
      }`),
    );
  });

  it('leaves out what stands inside itself', () => {
    const map = new Map<Value, Value>();
    map.set('self', map);
    expect(toJson(map)).toEqual({ self: null });
  });
});
