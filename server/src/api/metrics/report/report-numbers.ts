import { dateFormat } from '@yunzhen/shared/core/time/date-format';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { countsCases } from '@yunzhen/shared/metrics/change';
import type { FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import type { FigureUnit } from '@yunzhen/shared/metrics/figure';
import type { Locale } from '@yunzhen/shared/core/locale';
import { reportLabels } from './report-labels.ts';

/** Formats numbers for the report’s language. */
export class ReportNumbers {
  readonly #locale: Locale;
  readonly #plain: (value: number, digits: number) => string;

  constructor(locale: Locale) {
    this.#locale = locale;
    this.#plain = (value, digits) => value.toLocaleString(locale, { maximumFractionDigits: digits });
  }

  count(value: number): string {
    return this.#plain(value, value < 10 ? 1 : 0);
  }

  share(value: number): string {
    return value.toLocaleString(this.#locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  }

  /** Formats seconds: `45 s`, `6 min 20 s`, `1 h 05 min`; whole minutes from an hour on. */
  span(seconds: number): string {
    const { h, min, s } = reportLabels(this.#locale).units;
    if (seconds < 60) return `${this.#plain(seconds, seconds < 10 ? 1 : 0)}${s}`;
    const whole = Math.round(seconds);
    const minutes = Math.floor(whole / 60);
    if (minutes >= 60) return `${Math.floor(minutes / 60)}${h}${String(minutes % 60).padStart(2, '0')}${min}`;
    return whole % 60 === 0 ? `${minutes}${min}` : `${minutes}${min} ${whole % 60}${s}`;
  }

  value(value: number, unit: FigureUnit): string {
    if (unit === 'share') return this.share(value);
    if (unit === 'seconds') return this.span(value);
    if (unit === 'count') return this.count(value);
    return value.toLocaleString(this.#locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }

  /** Formats a value of an axis with no more digits than needed. */
  axis(value: number, unit: FigureUnit): string {
    if (unit === 'share') return value.toLocaleString(this.#locale, { style: 'percent' });
    return unit === 'seconds' ? this.span(value) : this.#plain(value, 2);
  }

  cell(cell: FigureCell, unit: FigureUnit): string {
    const { folded, nothing } = reportLabels(this.#locale);
    if (cell.folded) return folded;
    return cell.value === null ? nothing : this.value(cell.value, unit);
  }

  /** Formats the change of a figure: shares in points, counts from a few in cases, others in per cent. Null when it cannot be computed. */
  change(now: FigureCell, before: FigureCell, unit: FigureUnit): string | null {
    if (now.value === null || before.value === null) return null;
    const signed = { signDisplay: 'exceptZero', maximumFractionDigits: 1 } as const;
    if (unit === 'share')
      return `${((now.value - before.value) * 100).toLocaleString(this.#locale, signed)} ${reportLabels(this.#locale).points}`;
    if (before.value === 0) return null;
    if (countsCases(unit, before.value)) return (now.value - before.value).toLocaleString(this.#locale, signed);
    return (now.value / before.value - 1).toLocaleString(this.#locale, { ...signed, style: 'percent' });
  }

  /** Formats a calendar day; `long` includes the year. */
  day(day: string, length: 'short' | 'long'): string {
    const shape = length === 'long' ? ({ dateStyle: 'long' } as const) : ({ month: 'short', day: 'numeric' } as const);
    return this.#format(day, shape);
  }

  weekday(day: string): string {
    return this.#format(day, { weekday: 'short', month: 'short', day: 'numeric' });
  }

  /** Formats one day, one month by its name, else the first and last day. */
  period(from: string, to: string): string {
    const wholeMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && shiftDay(to, 1).endsWith('-01');
    if (wholeMonth) return this.#format(from, { year: 'numeric', month: 'long' });
    return this.days(from, to);
  }

  /** Formats one day, or the first and last. */
  days(from: string, to: string): string {
    return from === to ? this.day(from, 'long') : `${this.day(from, 'long')} – ${this.day(to, 'long')}`;
  }

  instant(at: string, timeZone: string): string {
    const format = { timeZone, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' } as const;
    return dateFormat(this.#locale, format).format(new Date(at));
  }

  #format(day: string, shape: Intl.DateTimeFormatOptions): string {
    return dateFormat(this.#locale, { timeZone: 'UTC', ...shape }).format(new Date(`${day}T00:00:00Z`));
  }
}
