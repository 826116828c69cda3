import { createFix, fixTitle } from '../../../core/diagnostics';

describe('the title of a fix', () => {
  it('is English, with what it names, and there is a Chinese one', () => {
    const fix = createFix({ kind: 'add-time-zone', params: { zone: '+0800' }, safe: false, edits: [] });
    expect(fix.title).toBe('Add the time zone +0800');
    expect(fixTitle(fix, 'zh-Hans')).toBe('加上时区 +0800');
  });
});
