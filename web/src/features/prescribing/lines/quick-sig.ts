import { wordsOfReason } from '@yunzhen/shared/prescribing/dose/as-needed-reason';
import type { Amount } from '@yunzhen/shared/prescribing/dose/dose';
import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { MedicineUnit } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { medicineUnits, unitLabels } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Timing, TimingWhen } from '@yunzhen/shared/prescribing/dose/timing';

/** Parsed quick entry of a line. Parts that are not mentioned are missing; words that were not understood are returned. */
export interface QuickSig {
  readonly dose?: Amount;
  readonly timing?: Timing;
  readonly days?: number;
  readonly steps?: readonly { readonly dose: Amount; readonly days: number }[];
  readonly asNeeded?: { readonly reason?: string; readonly maxPerDay?: number; readonly minHoursBetween?: number };
  /** Total quantity in the product’s own unit: it cannot be calculated for as-needed medicines. */
  readonly quantity?: string;
  readonly unknown: readonly string[];
}

interface Found {
  value?: string;
  unit?: MedicineUnit;
  values?: string[];
  often?: Omit<Timing, 'when'>;
  when?: TimingWhen;
  days?: number;
  quantity?: string;
  asNeeded?: { reason?: string; maxPerDay?: number; minHoursBetween?: number };
}

const perDay = (frequency: number): Omit<Timing, 'when'> => ({ frequency, period: 1, periodUnit: 'd' });

/** Frequencies by Latin abbreviation and their Chinese and English equivalents. */
const often: Readonly<Record<string, Omit<Timing, 'when'>>> = {
  qd: perDay(1),
  od: perDay(1),
  daily: perDay(1),
  bid: perDay(2),
  bd: perDay(2),
  tid: perDay(3),
  tds: perDay(3),
  qid: perDay(4),
  qds: perDay(4),
  qod: { frequency: 1, period: 2, periodUnit: 'd' },
  隔日: { frequency: 1, period: 2, periodUnit: 'd' },
  隔日1次: { frequency: 1, period: 2, periodUnit: 'd' },
  qw: { frequency: 1, period: 1, periodUnit: 'wk' },
  biw: { frequency: 2, period: 1, periodUnit: 'wk' },
  tiw: { frequency: 3, period: 1, periodUnit: 'wk' },
};

const places: Readonly<Record<string, TimingWhen>> = {
  am: 'morning',
  mane: 'morning',
  早: 'morning',
  早晨: 'morning',
  noon: 'noon',
  中午: 'noon',
  pm: 'evening',
  晚: 'evening',
  晚上: 'evening',
  hs: 'bedtime',
  nocte: 'bedtime',
  bedtime: 'bedtime',
  睡前: 'bedtime',
  ac: 'before-meal',
  饭前: 'before-meal',
  餐前: 'before-meal',
  pc: 'after-meal',
  饭后: 'after-meal',
  餐后: 'after-meal',
  cc: 'with-meal',
  随餐: 'with-meal',
};

const weekdayNames: readonly (readonly string[])[] = [
  ['mon', '周一'],
  ['tue', '周二'],
  ['wed', '周三'],
  ['thu', '周四'],
  ['fri', '周五'],
  ['sat', '周六'],
  ['sun', '周日'],
];

const shortUnits: Readonly<Record<string, MedicineUnit>> = {
  tab: 'tablet',
  tabs: 'tablet',
  t: 'tablet',
  cap: 'capsule',
  caps: 'capsule',
  c: 'capsule',
  ml: 'mL',
  mcg: 'ug',
  µg: 'ug',
  iu: '[iU]',
  units: '[iU]',
  u: '[iU]',
  gtt: 'drop',
  supp: 'suppository',
};

/** Returns a unit by one of its names; `prefer` decides where two share a name (片 is a tablet and a lozenge). */
function unitOf(word: string, prefer: string): MedicineUnit | undefined {
  const named = medicineUnits.filter((unit) => {
    const { one, many, zh } = unitLabels[unit];
    return [unit, one, many, zh].some((name) => name.toLowerCase() === word);
  });
  return (
    named.find((unit) => unit === prefer) ??
    named[0] ??
    (Object.hasOwn(shortUnits, word) ? shortUnits[word] : undefined)
  );
}

const NUMBER = String.raw`\d+(?:\.\d+)?`;
type Reader = readonly [RegExp, (found: Found, groups: readonly string[]) => void];

/** Parsers of one or a few words; the first match is used. */
const readers: readonly Reader[] = [
  [
    /^q(\d{1,2})h$/,
    (found, [hours = '']) => void (found.often = { frequency: 1, period: Number(hours), periodUnit: 'h' }),
  ],
  [
    /^每(\d{1,2})小时(?:1?次)?$/,
    (found, [hours = '']) => void (found.often = { frequency: 1, period: Number(hours), periodUnit: 'h' }),
  ],
  [
    /^q(\d{1,2})d$/,
    (found, [days = '']) => void (found.often = { frequency: 1, period: Number(days), periodUnit: 'd' }),
  ],
  [/^每(?:日|天)(\d{1,2})次$/, (found, [times = '']) => void (found.often = perDay(Number(times)))],
  [/^(\d{1,2})x\/?(?:d|day)$/, (found, [times = '']) => void (found.often = perDay(Number(times)))],
  [
    /^每周(\d)次$/,
    (found, [times = '']) => void (found.often = { frequency: Number(times), period: 1, periodUnit: 'wk' }),
  ],
  [/^x?(\d{1,2})(?:d|days?|天|日)$/, (found, [days = '']) => void (found.days = Number(days))],
  [/^x?(\d{1,2})(?:w|wk|周)$/, (found, [weeks = '']) => void (found.days = Number(weeks) * 7)],
  [/^共(\d{1,2})天$/, (found, [days = '']) => void (found.days = Number(days))],
  [
    /^(?:max|≤|最多)(\d{1,2})次?$/,
    (found, [most = '']) => void (found.asNeeded = { ...found.asNeeded, maxPerDay: Number(most) }),
  ],
  [
    /^(?:min|间隔)(\d{1,2})(?:h|小时)$/,
    (found, [hours = '']) => void (found.asNeeded = { ...found.asNeeded, minHoursBetween: Number(hours) }),
  ],
  [/^#([1-9]\d{0,3})$/, (found, [quantity = '']) => void (found.quantity = quantity)],
  [/^(?:prn|必要时|需要时)$/, (found) => void (found.asNeeded = found.asNeeded ?? {})],
];

/**
 * Parses quick entry: "1 tab bid 7d", "每日2次 每次1片 7天", "5 ml q8h pc", "1 fever max 4 #12" (a common reason implies as needed; others follow "prn"),
 * "40 20 10 mg qd x 5d" (a taper with that many days for each step), "1 qd mon,wed,fri 4w".
 * A number without a unit is in `unit`. Nothing is guessed: words without a meaning are returned in `unknown` for the doctor to see.
 */
export function readQuickSig(text: string, unit: string): QuickSig {
  const words = wordsOf(text);
  const found: Found = {};
  const unknown: string[] = [];
  for (let at = 0; at < words.length;) at += readWord(words, at, unit, found, unknown);
  return { ...courseOf(found, unit), unknown };
}

/** Splits into lower-case words; "每次1片", "x 5d" and "max 4" become one word each, "1tab" two. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[;。、]/g, ' ')
    .replace(/每次/g, ' ')
    .replace(/,(?!\d)/g, ' ')
    .replace(/\btaper\b/g, ' ')
    .replace(/\b(x|max|min)\s+(?=\d)/g, '$1')
    .replace(/([≤]|最多|间隔|共)\s+(?=\d)/g, '$1')
    .replace(/(\d)\s+(days?|天|weeks?|wk|小时)(?![a-z])/g, '$1$2')
    .replace(/weeks?\b/g, 'wk')
    .split(/\s+/)
    .filter(Boolean)
    .flatMap(splitAmount);
}

/** "500mg" → "500", "mg"; days and frequencies stay whole. */
function splitAmount(word: string): string[] {
  if (readers.some(([pattern]) => pattern.test(word))) return [word];
  const parts = new RegExp(`^(${NUMBER}(?:(?:-|>|→|/)${NUMBER})*)(\\D+)?$`).exec(word);
  const [, values, rest] = parts ?? [];
  if (!values) return [word];
  return [...values.split(/[->→/]/), ...(rest ? [rest] : [])];
}

/** Parses the words at a position; returns how many it consumed. */
function readWord(words: readonly string[], at: number, unit: string, found: Found, unknown: string[]): number {
  const word = words[at] ?? '';
  for (const [pattern, take] of readers) {
    const groups = pattern.exec(word);
    if (!groups) continue;
    take(found, groups.slice(1));
    return pattern.source.includes('prn') ? 1 + readReason(words, at + 1, unit, found) : 1;
  }
  const reason = wordsOfReason(words.slice(at));
  // A second reason is left to the doctor: it must not silently replace the first.
  if (reason > 0 && found.asNeeded?.reason === undefined) {
    found.asNeeded = { ...found.asNeeded, reason: words.slice(at, at + reason).join(' ') };
    return reason;
  }
  const frequency = Object.hasOwn(often, word) ? often[word] : undefined;
  const place = Object.hasOwn(places, word) ? places[word] : undefined;
  const weekday = weekdayNames.findIndex((names) => names.some((name) => word === name)) + 1;
  const named = unitOf(word, unit);
  if (frequency) found.often = frequency;
  else if (place) found.when = place;
  else if (weekday > 0) found.often = onWeekday(found.often, weekday);
  else if (positiveDecimalOf(word)) found.values = [...(found.values ?? []), word];
  else if (named) found.unit = named;
  else unknown.push(word);
  return 1;
}

function onWeekday(before: Found['often'], weekday: number): Omit<Timing, 'when'> {
  const weekdays = [...new Set([...(before?.weekdays ?? []), weekday])].toSorted((a, b) => a - b);
  return { frequency: weekdays.length, period: 1, periodUnit: 'wk', weekdays };
}

/** Words after "prn" without another meaning are the reason. */
function readReason(words: readonly string[], from: number, unit: string, found: Found): number {
  let to = from;
  while (to < words.length && isFree(words[to] ?? '', unit)) to++;
  if (to > from) found.asNeeded = { ...found.asNeeded, reason: words.slice(from, to).join(' ') };
  return to - from;
}

function isFree(word: string, unit: string): boolean {
  return (
    !readers.some(([pattern]) => pattern.test(word)) &&
    !Object.hasOwn(often, word) &&
    !Object.hasOwn(places, word) &&
    !positiveDecimalOf(word) &&
    !unitOf(word, unit)
  );
}

function courseOf(found: Found, unit: string): Omit<QuickSig, 'unknown'> {
  const doses = (found.values ?? []).map((value) => ({ value, unit: found.unit ?? unit }));
  const [dose] = doses;
  const { often: frequency, when, days, asNeeded } = found;
  // A time of day alone means once a day; a meal alone does not state a frequency.
  const alone = when && !when.includes('meal') ? perDay(1) : undefined;
  const spoken = frequency ?? alone ?? (asNeeded?.maxPerDay ? perDay(asNeeded.maxPerDay) : undefined);
  const taper = doses.length > 1 && days !== undefined;
  return {
    ...(dose ? { dose } : {}),
    ...(spoken ? { timing: { ...spoken, when: when ?? null } } : {}),
    ...(days === undefined ? {} : { days: taper ? days * doses.length : days }),
    ...(taper ? { steps: doses.slice(1).map((each) => ({ dose: each, days })) } : {}),
    ...(asNeeded ? { asNeeded } : {}),
    ...(found.quantity ? { quantity: found.quantity } : {}),
  };
}
