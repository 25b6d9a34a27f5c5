import { computed } from 'vue';
import { dateFormat } from '@yunzhen/shared/core/time/date-format';
import type { FigureCell, Grain } from '@yunzhen/shared/metrics/figures.contract';
import type { FigureUnit } from '@yunzhen/shared/metrics/figure';
import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import type { Locale } from '@yunzhen/shared/core/locale';
import { hospitalTimeZone, useFormats, useText } from '../../core/i18n/index.ts';
import type { Change } from '@yunzhen/shared/metrics/change';

/** A number and its unit, separate so that the unit can be smaller. */
interface Written {
  before: string;
  number: string;
  after: string;
}

function numberFormats(locale: Locale) {
  const digits = (least: number, most = least) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  const unit = (name: string, least: number) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      minimumFractionDigits: least,
      maximumFractionDigits: least,
    });
  const whole = (name: string) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
    });
  return {
    count: digits(0),
    two: digits(2),
    one: digits(1),
    share: new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
    whole,
    second: unit('second', 0),
    tenths: unit('second', 1),
    minute: unit('minute', 1),
    hour: unit('hour', 1),
  };
}

function dayFormats(locale: Locale, timeZone: string) {
  return {
    month: dateFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' }),
    weekday: dateFormat(locale, {
      timeZone: 'UTC',
      weekday: 'short',
      month: 'short',
      day: 'numeric',
    }),
    weekdayDay: dateFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric' }),
    weekdayHour: dateFormat(locale, {
      timeZone,
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  };
}

/** Returns the format for the size of a value, and the value in its unit. */
function formatOf(
  all: ReturnType<typeof numberFormats>,
  unit: FigureUnit,
  value: number,
): [format: Intl.NumberFormat, value: number] {
  if (unit === 'count') return [Number.isInteger(value) ? all.count : all.one, value];
  if (unit === 'share') return [all.share, value];
  if (unit !== 'seconds') return [all.two, value];
  if (value > 0 && value < 10) return [all.tenths, value];
  if (value < 99.5) return [all.second, value];
  return value < 5970 ? [all.minute, value / 60] : [all.hour, value / 3600];
}

function partsOf(format: Intl.NumberFormat, scaled: number): Written {
  const written = { before: '', number: '', after: '' };
  for (const { type, value: text } of format.formatToParts(scaled)) {
    if (!['unit', 'percentSign', 'literal'].includes(type)) written.number += text;
    else if (written.number) written.after += text;
    else written.before += text;
  }
  return { ...written, after: written.after.trim() };
}

/** Formats the periods of a chart for the reader. */
function usePeriodLabels() {
  const { t, locale } = useText();
  const formats = useFormats();
  const written = computed(() => dayFormats(locale.value, hospitalTimeZone.value));
  const day = (label: string) => new Date(`${label}T00:00:00Z`);
  return {
    /** `Mon 30` / `30日周一`: a day of the next week. */
    weekdayShort: (label: string) => written.value.weekdayDay.format(day(label)),
    periodShort(label: string, grain: Grain): string {
      if (grain === 'hour') return formats.value.time(label);
      return grain === 'month' ? written.value.month.format(day(label)) : formats.value.plainDay(label);
    },
    periodLong(label: string, grain: Grain): string {
      if (grain === 'hour') return written.value.weekdayHour.format(new Date(label));
      if (grain === 'month') return written.value.month.format(day(label));
      if (grain === 'week') return t('figures.weekFrom', { day: formats.value.plainDate(label) });
      return written.value.weekday.format(day(label));
    },
  };
}

/** Formats figures, changes and periods for the reader. */
export function useFigureLabels() {
  const { t, locale, localized } = useText();
  const formats = useFormats();
  const periods = usePeriodLabels();
  const written = computed(() => numberFormats(locale.value));

  const formatFor = (unit: FigureUnit, value: number) => formatOf(written.value, unit, value);
  const inUnit = (unit: FigureUnit, value: number) => {
    const [format, scaled] = formatFor(unit, value);
    return format.format(scaled);
  };
  /** Formats a tick of an axis that ends at `top`: all in one unit, zero without a unit. */
  function tick(unit: FigureUnit, value: number, top: number): string {
    if (value === 0) return written.value.count.format(0);
    if (unit === 'share') return formats.value.percent(value);
    if (unit !== 'seconds') return formats.value.number(value);
    const name = top < 99.5 ? 'second' : top < 5970 ? 'minute' : 'hour';
    return written.value.whole(name).format(value / { second: 1, minute: 60, hour: 3600 }[name]);
  }
  const formatNumber = (value: number) =>
    value < 9.95 ? written.value.one.format(value) : written.value.count.format(Math.round(value));

  return {
    inUnit,
    /** Formats a number for a narrow cell: one decimal below ten, and whole minutes of a time. */
    inCell: (unit: 'count' | 'seconds', value: number) =>
      unit === 'seconds' && value < 60 ? '<1' : formatNumber(unit === 'seconds' ? value / 60 : value),
    /** “Visits, by day”: what a vertical axis shows. */
    axis: (unit: FigureUnit, grain: Grain) =>
      t('figures.axis.named', { what: t(`figures.axis.${unit}`), by: t(`figures.axis.by.${grain}`) }),
    tick,
    title: (figure: FigureId) => localized(figures[figure].title),
    value: (figure: FigureId, value: number) => inUnit(figures[figure].unit, value),
    /** Formats a cell: a dash where nothing was measured, a text where it is folded. */
    cell(figure: FigureId, { value, folded }: FigureCell): string {
      if (folded) return t('figures.folded.short');
      return value === null ? '–' : inUnit(figures[figure].unit, value);
    },
    parts(figure: FigureId, value: number): Written {
      return partsOf(...formatFor(figures[figure].unit, value));
    },
    /** “up 2.4 pts”, followed by “worse”. */
    change({ direction, size, in: scale, meaning }: Change): { size: string; meaning: string } {
      if (direction === 'same' || direction === 'none' || direction === 'folded')
        return { size: t(`figures.change.${direction}`), meaning: '' };
      const sizes = {
        percent: () => formats.value.percent(size),
        points: () => t('figures.change.points', { n: written.value.one.format(size * 100) }),
        marks: () => written.value.two.format(size),
        cases: () => written.value.count.format(size),
      };
      return {
        size: t(`figures.change.${direction}`, { n: sizes[scale]() }),
        meaning: meaning === 'neutral' ? '' : t(`figures.change.${meaning}`),
      };
    },
    ...periods,
  };
}
