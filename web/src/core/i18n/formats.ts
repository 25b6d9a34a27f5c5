import { dateFormat, dateShapes, regionalTag } from '@yunzhen/shared/core/time/date-format';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { daysBetween } from '@yunzhen/shared/core/time/calendar-day';
import { readsHan, type Locale } from '@yunzhen/shared/core/locale';
import type { Money } from '@yunzhen/shared/core/money';

function formatBytes(value: number, locale: Locale): string {
  const names = ['megabyte', 'gigabyte', 'terabyte'] as const;
  const step = value < 1024 ** 3 ? 0 : value < 1024 ** 4 ? 1 : 2;
  const shownAs = { style: 'unit', unit: names[step], unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, shownAs).format(value / 1024 ** (step + 2));
}

/** Creates formatters of dates, times and durations in the reader’s language and the hospital’s time zone. */
export function createFormats(locale: Locale, timeZone: string) {
  // Intl formatters are costly to create: once for each shape.
  const shown = (options: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const format = dateFormat(locale, { timeZone: zone, ...options });
    return (instant: string) => format.format(new Date(instant));
  };
  const time = shown(dateShapes.time);
  const dateTime = shown(dateShapes.dateTime);
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const mark = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = (value: number, name: 'second' | 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
    }).format(value);

  return {
    /** `24 Nov 2026` / `2026年11月24日`, of an instant. */
    date: shown(dateShapes.date),
    /** `14:05`. */
    time,
    dateTime,
    /** `Tue 24 Nov`. */
    weekday: shown(dateShapes.weekday),
    /** A calendar date such as a birth date: `1990-02-03` unchanged, in any zone. */
    plainDate: shown(dateShapes.date, 'UTC'),
    /** The same without the year, for axes. */
    plainDay: shown(dateShapes.dayOfYear, 'UTC'),
    number: (value: number) => number.format(value),
    /** `English, German and French`. */
    listWithAnd: (items: Iterable<string>) =>
      new Intl.ListFormat(regionalTag(locale), { type: 'conjunction' }).format(items),
    /** `CN¥50.00`; with the narrow symbol, where only one currency can be meant, `¥50.00`. */
    money: ({ amount, currency }: Money, currencyDisplay: 'symbol' | 'narrowSymbol' = 'symbol') =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).format(Number(amount)),
    /** 0.125 → `12.5%`. */
    percent: (share: number) => percent.format(share),
    /** `today 14:05`, `yesterday 09:30`, otherwise the date with the time; days follow the hospital’s calendar. */
    when(instant: string, now: number): string {
      const days = daysBetween(dayIn(timeZone, Date.parse(instant)), dayIn(timeZone, now));
      if (days !== 0 && days !== 1) return dateTime(instant);
      const word = relative.format(-days, 'day');
      return `${word}${readsHan(locale) ? ' ' : ', '}${time(instant)}`;
    },
    /** Formats seconds as a wait: seconds below a minute, then whole minutes, then hours and minutes. */
    duration(seconds: number): string {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < 60) return unit(whole, 'second');
      const minutes = Math.round(whole / 60);
      if (minutes < 60) return unit(minutes, 'minute');
      const rest = minutes % 60;
      const hours = unit(Math.floor(minutes / 60), 'hour');
      return rest === 0 ? hours : `${hours}${readsHan(locale) ? '' : ' '}${unit(rest, 'minute')}`;
    },
    /** Formats seconds as a running clock: `4:07`, `1:02:03`. */
    clock(seconds: number): string {
      const whole = Math.max(0, Math.floor(seconds));
      const hours = Math.floor(whole / 3600);
      const minutes = Math.floor((whole % 3600) / 60);
      const two = (value: number) => String(value).padStart(2, '0');
      return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
    },
    minutes: (value: number) => unit(value, 'minute'),
    /** 2.34 → `2.3 sec` / `2.3秒`: for short durations. */
    shortSeconds: (value: number) => unit(Math.round(value * 10) / 10, 'second'),
    /** 3221225472 → `3 GB`, in binary multiples as operating systems count. */
    bytes: (value: number) => formatBytes(value, locale),
    /** `a, b, c` / `甲、乙、丙`, without a word before the last. Lists of type `unit` have no separator in Chinese. */
    list: (names: Iterable<string>) => list.format(names),
    /** 4.256 → `4.3`. */
    mark: (value: number) => mark.format(value),
  };
}
