import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { confidenceIn, loadCuratedFormulary } from '../../catalogues/index.ts';
import { citationOf } from '../safety/knowledge/cited.ts';
import { loadKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import { shippedTables, type TableRow } from '../safety/knowledge/knowledge-tables.ts';

const SHOWN = 3;
const CLASS = 'class:';

/** What the figures of a row mean, with the column of their unit. */
const figures: readonly (readonly [column: string, en: string, zh: string, unit?: string])[] = [
  ['fromMonths', 'from months', '月龄自'],
  ['belowMonths', 'below months', '月龄小于'],
  ['youngerThanMonths', 'younger than months', '月龄小于'],
  ['olderThanMonths', 'from months', '月龄自'],
  ['fromKg', 'from kg', '体重自（kg）'],
  ['belowKg', 'below kg', '体重低于（kg）'],
  ['perDose', 'per dose', '每次上限', 'unit'],
  ['perDay', 'per day', '每日上限', 'unit'],
  ['perDosePerKg', 'per dose and kg', '每公斤每次上限', 'unit'],
  ['perDayPerKg', 'per day and kg', '每公斤每日上限', 'unit'],
  ['abovePerDose', 'per dose above', '每次超过', 'unit'],
  ['abovePerDay', 'per day above', '每日超过', 'unit'],
  ['fromPerDay', 'from a day', '每日自', 'unit'],
  ['adultPerDose', 'adults per dose', '成人每次上限', 'unit'],
  ['adultPerDay', 'adults per day', '成人每日上限', 'unit'],
  ['adultPerWeek', 'adults per week', '成人每周上限', 'unit'],
  ['childPerDosePerKg', 'children per dose and kg', '儿童每公斤每次上限', 'unit'],
  ['childPerDayPerKg', 'children per day and kg', '儿童每公斤每日上限', 'unit'],
  ['childMaxPerDose', 'children per dose', '儿童每次上限', 'unit'],
  ['childMaxPerDay', 'children per day', '儿童每日上限', 'unit'],
  ['minAgeMonths', 'from months', '月龄自'],
  ['doses', 'doses at most', '最多次数'],
  ['inDays', 'in days', '天数内'],
  ['hours', 'hours between doses at least', '间隔至少（小时）'],
  ['maxDoses', 'doses at most', '最多次数'],
  ['maxDays', 'days at most', '最多天数'],
  ['smallest', 'smallest part', '最小可分份数'],
];

/** Returns the names of the medicines that a row covers: one group, or its sides. */
export function titleOf(record: TableRow): LocalizedText {
  const sides = [record['a'], record['b'], record['c']].filter((side) => side !== undefined);
  const groups = sides.length > 0 ? sides : [record['medicines'] ?? record['ingredient'] ?? record['id'] ?? ''];
  const named = groups.map(groupOf);
  return { en: named.map(({ en }) => en).join(' + '), zh: named.map(({ zh }) => zh).join(' + ') };
}

function groupOf(cell: string): LocalizedText {
  const all = cell.split('|').filter((name) => name !== '');
  const names = all.slice(0, SHOWN).map(nameOf);
  const further = all.length - names.length;
  return {
    en: names.map(({ en }) => en).join(', ') + (further > 0 ? ` and ${further} more` : ''),
    zh: names.map(({ zh }) => zh).join('、') + (further > 0 ? `等${all.length}种` : ''),
  };
}

let classes: ReadonlyMap<string, LocalizedText> | undefined;

function nameOf(name: string): LocalizedText {
  if (!name.startsWith(CLASS)) {
    const { en, zh } = loadCuratedFormulary().ingredient(name) ?? { en: name, zh: name };
    return { en, zh };
  }
  classes ??= new Map(
    shippedTables()['medicine-classes'].map(({ row: { id = '', en = '', zh = '' } }) => [id, { en, zh }]),
  );
  return classes.get(name.slice(CLASS.length)) ?? { en: name, zh: name };
}

/** Returns what a row tells the doctor: mechanism and advice, or reason and figures. */
export function saysOf(record: TableRow): LocalizedText {
  const { mechanismEn, mechanismZh, adviceEn, adviceZh, reasonEn = '', reasonZh = '' } = record;
  if (mechanismEn !== undefined) return { en: `${mechanismEn} ${adviceEn}`, zh: `${mechanismZh}${adviceZh}` };
  const given = figures.filter(([column]) => (record[column] ?? '') !== '');
  const value = (column: string, unit?: string) => [record[column], unit && record[unit]].filter(Boolean).join(' ');
  return {
    en: [reasonEn, given.map(([column, en, , unit]) => `${en} ${value(column, unit)}`).join(', ')]
      .filter(Boolean)
      .join(' '),
    zh: [reasonZh, given.map(([column, , zh, unit]) => `${zh} ${value(column, unit)}`).join('，')]
      .filter(Boolean)
      .join(''),
  };
}

/** Returns the work that a row cites. */
export function sourceOf(record: TableRow): string {
  const { source, sourceId = '', section = '' } = record;
  if (source !== undefined) return source;
  const work = loadKnowledgeBase().works.get(sourceId);
  return work ? citationOf(work, section) : section;
}

/** Returns whether the curators are sure of a row, and cite it so that it can be looked up. */
export function confidenceOf(record: TableRow): 'high' | 'low' {
  return confidenceIn(record['confidence'], sourceOf(record));
}
