import type { Amount } from '@yunzhen/shared/prescribing/dose/dose';

/** A dose that a patient states in words: the amount of the substance each time, and how often a day. */
export interface StatedDose {
  readonly amount: Amount;
  readonly timesADay: number;
  readonly prolonged: boolean;
}

const AMOUNT = /(\d+(?:\.\d+)?)\s*(mg|毫克|µg|μg|ug|mcg|微克|g(?![a-z])|克)/g;
const UNITS: Readonly<Record<string, string>> = { 毫克: 'mg', µg: 'ug', μg: 'ug', mcg: 'ug', 微克: 'ug', 克: 'g' };
const COUNT = /(\d+(?:\.\d+)?|[一二两三四半]|one|two|three|half|a)\s*(?:片|粒|颗|丸|袋|支|喷|吸|tab|cap|puff|pill)/g;
const SINGLE = new Set(['1', '一', 'one', 'a']);
const PROLONGED = /缓释|控释|\b(?:er|xr|xl|sr|cr|retard|(?:extended|prolonged|modified|slow)[ -]release)\b/;
/** Anything that is not simply a number of times every day. */
const IRREGULAR =
  /week|month|other day|alternate|as needed|when needed|\bprn\b|\bqod\b|周|星期|隔|月|必要|需要时|痛时|半/;
const TIMES: readonly (readonly [times: number, words: RegExp])[] = [
  [4, /\bqid\b|four times|(?:^|\D)[4四]次/],
  [3, /\bt(?:id|ds)\b|three times|(?:^|\D)[3三]次/],
  [2, /\bb(?:id|d)\b|twice|two times|(?:^|\D)[2二两]次/],
  [1, /\b(?:qd|od|qn|qhs)\b|\bonce\b|(?<!(?:twice|times) (?:a )?)\b(?:daily|every day)\b|(?:^|\D)[1一]次|每[晚早]/],
];

/** Reads one dose in either language; undefined unless amount and frequency are stated exactly once and are regular. */
export function statedDose(text: string): StatedDose | undefined {
  const words = text.normalize('NFKC').toLowerCase();
  if (IRREGULAR.test(words)) return undefined;
  const [amount, another] = [...words.matchAll(AMOUNT)];
  if (!amount || another) return undefined;
  if ([...words.matchAll(COUNT)].some(([, count = '']) => !SINGLE.has(count))) return undefined;
  const [times, unclear] = TIMES.filter(([, pattern]) => pattern.test(words));
  if (!times || unclear) return undefined;
  const [, value = '', unit = ''] = amount;
  return { amount: { value, unit: UNITS[unit] ?? unit }, timesADay: times[0], prolonged: PROLONGED.test(words) };
}
