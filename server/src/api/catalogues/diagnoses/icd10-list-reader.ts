import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { ListReader, Remark } from '../lists/list-reader.ts';
import { hasHan, wordsOf } from '../../../platform/search/fold.ts';
import { loadCuratedIcd10 } from './curated-icd10.ts';
import { icd10Columns } from './icd10-columns.ts';
import type { Icd10Concept } from './icd10-concept.ts';

/** A code with or without its dot, as national lists write it: A000, A00.0, S72001A, I10.x00x002. */
const CODE = /^([A-Z]\d[0-9A-Z])\.?([0-9A-Za-z]{0,8})$/;
const LONGEST_TITLE = 500;
const YES = new Set(['1', 'y', 'yes', 'true', '是']);
const NO = new Set(['0', 'n', 'no', 'false', '否', '']);

/**
 * Reads a full diagnosis list: code and title, and, if present, billable flag, Chinese title, other names and pinyin initials.
 * Where titles agree, it adds synonyms and pinyin from the built-in list; a code with another meaning here gets none.
 */
export const listReader: ListReader<Icd10Concept> = {
  columns: {
    required: icd10Columns.filter(({ needed }) => needed).map(({ name }) => name),
    optional: icd10Columns.filter(({ needed }) => !needed).map(({ name }) => name),
  },
  maxRows: 300_000,
  read(record) {
    const problems: Remark[] = [];
    const refuse = (column: string, text: LocalizedText) => void problems.push({ column, text });
    const code = codeOf(record['code'] ?? '');
    const title = (record['title'] ?? '').trim();
    const billable = (record['billable'] ?? '').trim().toLowerCase();
    if (code === undefined) refuse('code', NO_CODE);
    if (title === '') refuse('title', NO_TITLE);
    else if (title.length > LONGEST_TITLE) refuse('title', LONG_TITLE);
    if (!YES.has(billable) && !NO.has(billable)) refuse('billable', NO_MARK);
    if (problems.length > 0 || code === undefined) return { problems };
    return { key: code, entry: enriched(code, title, record, YES.has(billable)), reservations: [] };
  },
};

function codeOf(text: string): string | undefined {
  const found = CODE.exec(text.trim());
  if (!found) return undefined;
  const [, category = '', rest = ''] = found;
  return rest === '' ? category : `${category}.${rest}`;
}

function enriched(
  code: string,
  title: string,
  record: Readonly<Record<string, string>>,
  billable: boolean,
): Icd10Concept {
  const known = builtIn().get(code);
  const same = known !== undefined && meanTheSame(known, title) ? known : undefined;
  const own = (column: string) =>
    (record[column] ?? '')
      .split('|')
      .map((part) => part.trim())
      .filter(Boolean);
  const inChinese = hasHan(title);
  const zh = (record['zh'] ?? '').trim() || (inChinese ? title : (same?.zh ?? ''));
  return {
    code,
    en: inChinese ? (same?.en ?? '') : title,
    zh,
    synonyms: [...own('synonyms'), ...(same ? [same.en, ...same.synonyms] : [])],
    pinyin: [...own('pinyin'), ...(same && same.zh === zh ? same.pinyin : [])],
    common: same?.common ?? false,
    billable,
    confidence: 'sure',
  };
}

/** Returns whether two titles share a significant word. Editions differ in the meaning of some codes, so only then are names shared. */
function meanTheSame(known: Icd10Concept, title: string): boolean {
  if (hasHan(title)) return known.zh === title || known.synonyms.includes(title);
  const words = new Set([known.en, ...known.synonyms].flatMap(wordsOf).filter((word) => word.length > 3));
  return wordsOf(title).some((word) => words.has(word));
}

let byCode: ReadonlyMap<string, Icd10Concept> | undefined;
function builtIn(): ReadonlyMap<string, Icd10Concept> {
  byCode ??= new Map(loadCuratedIcd10().concepts.map((concept) => [concept.code, concept]));
  return byCode;
}

const NO_CODE: LocalizedText = {
  en: 'Expected an ICD-10 code such as I10, E11.9 or E119.',
  zh: '应为ICD-10编码，如I10、E11.9或E119。',
};
const NO_TITLE: LocalizedText = { en: 'The title is missing.', zh: '缺少名称。' };
const LONG_TITLE: LocalizedText = {
  en: `The title is longer than ${LONGEST_TITLE} characters.`,
  zh: `名称超过${LONGEST_TITLE}个字符。`,
};
const NO_MARK: LocalizedText = { en: 'Expected 1 or 0 (yes or no).', zh: '应为1或0（是或否）。' };
