import type { IntlShape } from 'react-intl';

/** A time in words, as exact as is of use: seconds below a minute, then minutes, then hours and minutes. */
export function durationText({ formatNumber }: Pick<IntlShape, 'formatNumber'>, seconds: number): string {
  const unit = (value: number, name: 'second' | 'minute' | 'hour'): string =>
    formatNumber(value, { style: 'unit', unit: name, unitDisplay: 'long' });
  if (seconds < 60) return unit(Math.round(seconds), 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}
