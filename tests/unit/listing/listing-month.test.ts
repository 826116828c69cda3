import { monthOf } from '../../../server/src/listing/listing-month';
import { UNDATED } from '../../../server/src/listing/listing-tables';

describe('the month of a post', () => {
  it('is that of the calendar in the time zone of the site', () => {
    const newYear = Date.parse('2021-12-31T18:00:00Z');
    expect(monthOf(newYear, 'UTC')).toBe(202112);
    expect(monthOf(newYear, 'Asia/Shanghai')).toBe(202201);
  });

  it('is none where the post has no date', () => {
    expect(monthOf(UNDATED, 'UTC')).toBe(0);
  });
});
