import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { confidenceIn, loadCuratedFormulary } from '../../catalogues/index.ts';
import { citationOf } from '../safety/knowledge/cited.ts';
import { loadKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import { shippedTables, type TableRow } from '../safety/knowledge/knowledge-tables.ts';

const SHOWN = 3;
const CLASS = 'class:';

/** Ages are in months. */
const AGE = 'months';

/** What the figures of a row mean, with the column of their unit. */
const figures: readonly (readonly [column: string, en: string, zh: string, unit?: string])[] = [
  ['fromMonths', 'from age', '年龄不小于', AGE],
  ['belowMonths', 'below age', '年龄小于', AGE],
  ['youngerThanMonths', 'below age', '年龄小于', AGE],
  ['olderThanMonths', 'from age', '年龄不小于', AGE],
  ['fromKg', 'from weight (kg)', '体重不低于（kg）'],
  ['belowKg', 'below weight (kg)', '体重低于（kg）'],
  ['creatinineFrom', 'creatinine from (µmol/L)', '血肌酐不低于（µmol/L）'],
  ['perDose', 'max. per dose', '每次上限', 'unit'],
  ['perDay', 'max. per day', '每日上限', 'unit'],
  ['perDosePerKg', 'max. per dose per kg', '每公斤每次上限', 'unit'],
  ['perDayPerKg', 'max. per day per kg', '每公斤每日上限', 'unit'],
  ['abovePerDose', 'single dose above', '每次超过', 'unit'],
  ['abovePerDay', 'daily dose above', '每日超过', 'unit'],
  ['fromPerDay', 'daily dose from', '每日不少于', 'unit'],
  ['adultPerDose', 'adults, max. per dose', '成人每次上限', 'unit'],
  ['adultPerDay', 'adults, max. per day', '成人每日上限', 'unit'],
  ['adultPerWeek', 'adults, max. per week', '成人每周上限', 'unit'],
  ['childPerDosePerKg', 'children, max. per dose per kg', '儿童每公斤每次上限', 'unit'],
  ['childPerDayPerKg', 'children, max. per day per kg', '儿童每公斤每日上限', 'unit'],
  ['childMaxPerDose', 'children, max. per dose', '儿童每次上限', 'unit'],
  ['childMaxPerDay', 'children, max. per day', '儿童每日上限', 'unit'],
  ['minAgeMonths', 'minimum age without a specialist', '非专科使用的最小年龄', AGE],
  ['doses', 'max. doses', '最多次数'],
  ['inDays', 'within (days)', '期限（天）'],
  ['hours', 'min. hours between doses', '最短间隔（小时）'],
  ['maxDoses', 'max. doses per course', '疗程最多次数'],
  ['maxDays', 'max. days per course', '疗程最多天数'],
  ['smallest', 'smallest part of a unit', '最小可分份数'],
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
  const given = figures.flatMap(([column, en, zh, unit]) => {
    const value = valueOf(record, column, unit);
    return value ? [{ en: `${en}: ${value.en}`, zh: `${zh}：${value.zh}` }] : [];
  });
  const en = given.map((figure) => figure.en).join('; ');
  const zh = given.map((figure) => figure.zh).join('；');
  return {
    en: [reasonEn, en.charAt(0).toUpperCase() + en.slice(1)].filter(Boolean).join(' '),
    zh: reasonZh + zh,
  };
}

/** Returns a figure of a row with its unit, an age in years where these are whole; undefined where the row has none, or applies from birth on. */
function valueOf(record: TableRow, column: string, unit: string | undefined): LocalizedText | undefined {
  const figure = record[column] ?? '';
  if (figure === '' || (column === 'fromMonths' && figure === '0')) return undefined;
  if (unit !== AGE) {
    const text = [figure, unit && record[unit]].filter(Boolean).join(' ');
    return { en: text, zh: text };
  }
  if (figure === '0') return { en: 'none', zh: '无' };
  const years = Number(figure) / 12;
  return Number.isInteger(years)
    ? { en: `${years} ${years === 1 ? 'year' : 'years'}`, zh: `${years} 岁` }
    : { en: `${figure} ${figure === '1' ? 'month' : 'months'}`, zh: `${figure} 个月` };
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
