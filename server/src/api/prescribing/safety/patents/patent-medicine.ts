import { fileURLToPath } from 'node:url';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { z } from 'zod';
import { CsvRowError, readCsv } from '../../../../platform/csv/read-csv.ts';
import { list, slug, slugList } from '../../../catalogues/index.ts';

export const patentPregnancyAdvices = ['contraindicated', 'avoid', 'caution'] as const;

/**
 * A Chinese patent medicine as it is recognised and checked. Its constituents are those of which the tables know something: the rest of
 * the formula is left out, and every check that compares constituents says so.
 */
export interface PatentMedicine {
  readonly id: string;
  /** The Chinese name, and its pinyin as the English one. */
  readonly name: LocalizedText;
  readonly names: readonly string[];
  /** Its pinyin with the form and without, in words and in one. */
  readonly latinNames: readonly string[];
  /** Ids of chemical substances in it. */
  readonly western: readonly string[];
  /** Ids of herbs, minerals and animal parts in it. */
  readonly herbs: readonly string[];
  /** Constituents of weight of which nothing is on file. */
  readonly unknown: LocalizedText | null;
  readonly ethanol: boolean;
  /** Put on skin or mucosa: too little reaches the blood for its herbs to be compared. */
  readonly topical: boolean;
  /** 禁用, 忌用 or 慎用 of the label; null where it says nothing or was not found. */
  readonly pregnancy: (typeof patentPregnancyAdvices)[number] | null;
  /** The list that it stands on, as far as that is sure. */
  readonly onList: 'neml-2018' | 'nrdl' | null;
  readonly sourceId: string;
  readonly section: string;
  readonly confidence: 'high' | 'low';
  readonly note: string;
}

const mark = z.enum(['yes', '']).transform((text) => text === 'yes');
const orNull = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.enum(['', ...values]).transform((text) => (text === '' ? null : (text as Value)));

const patentRowSchema = z
  .strictObject({
    id: slug,
    zh: z.string().min(1),
    pinyin: z.string().min(1),
    forms: list,
    names: list,
    western: slugList,
    herbs: slugList,
    unknownEn: z.string(),
    unknownZh: z.string(),
    ethanol: mark,
    topical: mark,
    pregnancy: orNull(patentPregnancyAdvices),
    lists: orNull(['neml-2018', 'nrdl']),
    sourceId: slug,
    section: z.string().min(1),
    confidence: z.enum(['high', 'low']),
    reviewed: z.literal('no'),
    note: z.string(),
  })
  .transform(({ zh, pinyin, forms, names, unknownEn, unknownZh, lists, reviewed: _, ...row }): PatentMedicine => ({
    ...row,
    name: { en: pinyin, zh },
    names: namesOf(zh, forms, names),
    latinNames: latinNamesOf(pinyin, forms),
    unknown: unknownEn === '' ? null : { en: unknownEn, zh: unknownZh },
    onList: lists,
  }));

/** 冲剂 is what granules were called before. */
const OLD_FORMS: Readonly<Record<string, readonly string[]>> = {
  颗粒: ['冲剂', '颗粒剂'],
  丸: ['浓缩丸', '水丸', '蜜丸', '大蜜丸'],
};
const SHORTEST_STEM = 3;
const SHORTEST_LATIN = 9;

let loaded: readonly PatentMedicine[] | undefined;

/** All that are known, read once. @throws CsvRowError on a bad row, a name of two medicines, or doubt without a reason. */
export function loadPatentMedicines(): readonly PatentMedicine[] {
  loaded ??= Object.freeze(readAll());
  return loaded;
}

function readAll(): PatentMedicine[] {
  const file = 'patent-medicines.csv';
  const rows = readCsv(fileURLToPath(new URL(`data/${file}`, import.meta.url)), patentRowSchema);
  const owners = new Map<string, string>();
  for (const { line, row } of rows) {
    if (row.confidence === 'low' && row.note === '') throw new CsvRowError(file, line, 'note: must say what is unsure');
    // Two may sound the same: pinyin that means two of them is read as both.
    for (const name of [row.id, ...row.names]) {
      if (owners.has(name)) throw new CsvRowError(file, line, `${name} already belongs to ${owners.get(name)}`);
      owners.set(name, row.id);
    }
  }
  return rows.map(({ row }) => Object.freeze(row));
}

function latinNamesOf(pinyin: string, forms: readonly string[]): string[] {
  const words = pinyin.split(' ');
  const stem = forms.length === 0 ? words : words.slice(0, -1);
  // 消渴 is a disease too, and a short stem may be an English word.
  const bare = stem.join('').length >= SHORTEST_LATIN ? [stem.join(' '), stem.join('')] : [];
  return [...new Set([pinyin, `${stem.join('')} ${words.at(-1) ?? ''}`, ...bare])];
}

/** The name in each form that it is made in, and without a form where that is long enough to mean it alone. */
function namesOf(zh: string, forms: readonly string[], others: readonly string[]): string[] {
  const [first = ''] = forms;
  const stem = first === '' ? zh : zh.slice(0, zh.length - first.length);
  const inForms = forms.flatMap((form) => [form, ...(OLD_FORMS[form] ?? [])].map((one) => stem + one));
  const bare = [...stem].length >= SHORTEST_STEM ? [stem] : [];
  return [...new Set([zh, ...bare, ...inForms, ...others])];
}
