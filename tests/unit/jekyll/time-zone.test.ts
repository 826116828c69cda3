import { isTimeZone, wallClockToEpoch, zonedParts } from '../../../core/jekyll';

const wall = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
});

describe('zonedParts', () => {
  it('shows the clock, the week and the offset of a zone', () => {
    expect(zonedParts(Date.UTC(2020, 11, 31, 20, 5, 6), 'Asia/Shanghai')).toEqual({
      year: 2021,
      month: 1,
      day: 1,
      hour: 4,
      minute: 5,
      second: 6,
      weekday: 5,
      yday: 1,
      isoYear: 2020,
      isoWeek: 53,
      offset: 28800,
    });
  });

  it('knows offsets with seconds, before standard time', () => {
    const parts = zonedParts(Date.UTC(1880, 0, 1), 'America/New_York');
    expect([parts.offset, parts.hour, parts.minute, parts.second]).toEqual([-17762, 19, 3, 58]);
  });

  it('counts years before the first', () => {
    const epoch = wallClockToEpoch(wall(-1, 3, 1), 'Europe/Paris');
    expect(zonedParts(epoch, 'Europe/Paris')).toMatchObject({ year: -1, month: 3, day: 1, hour: 0 });
  });

  it('takes an unknown zone for UTC', () => {
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(zonedParts(0, 'Mars/Olympus')).toMatchObject({ hour: 0, offset: 0 });
  });
});

describe('wallClockToEpoch', () => {
  it('reads a skipped hour with the offset before the change', () => {
    expect(wallClockToEpoch(wall(2021, 3, 14, 2, 30), 'America/New_York')).toBe(Date.UTC(2021, 2, 14, 7, 30));
  });

  it('takes the second of two equal hours', () => {
    expect(wallClockToEpoch(wall(2021, 11, 7, 1, 30), 'America/New_York')).toBe(Date.UTC(2021, 10, 7, 6, 30));
  });

  it('moves 30 February on into March', () => {
    expect(wallClockToEpoch(wall(2021, 2, 30), 'UTC')).toBe(Date.UTC(2021, 2, 2));
  });
});
