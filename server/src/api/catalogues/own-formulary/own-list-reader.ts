import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { ListReader } from '../lists/list-reader.ts';
import { atcCode } from '../columns.ts';
import { loadCuratedFormulary } from '../formulary/curated-formulary.ts';
import type { MedicineForm } from '../formulary/medicine-form.ts';
import { controlClasses, type ControlClass } from '../formulary/product.ts';
import { parseUsualSig, type UsualSig } from '../formulary/usual-sig.ts';
import { ownColumns } from './own-columns.ts';
import { controlAgainst, strengthAgainst, limitsAgainst } from './own-doubts.ts';
import { limitsIn } from './own-limits.ts';
import { Cells, Problems } from './own-problems.ts';
import type { OwnPart, OwnProductRow, OwnRow } from './own-row.ts';
import { formOf, ingredientIdOf, partOf, routeOf, unitOf } from './own-terms.ts';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const MAX_PARTS = 12;
/** Units of dispensing that differ from the dose unit: drops from a bottle, units from a pen. */
const MEASURED = new Set(['tube', 'bottle', 'pen', 'g', 'mL']);

/**
 * Reads a hospital's own medicine list. Rejects a row that cannot be understood. Accepts one with a substance without built-in data with a
 * reservation, because no check can judge it.
 */
export const listReader: ListReader<OwnRow> = {
  columns: {
    required: ownColumns.filter(({ needed }) => needed).map(({ name }) => name),
    optional: ownColumns.filter(({ needed }) => !needed).map(({ name }) => name),
  },
  maxRows: 20_000,
  read(record) {
    const problems = new Problems();
    const cells = new Cells(record, problems);
    const code = cells.raw('code');
    if (!CODE.test(code))
      problems.refuse(
        'code',
        'Expected a code of letters, digits, dots, hyphens and underscores, 60 at most.',
        '应为字母、数字、点、连字符、下划线组成的编码，最多60个字符。',
      );
    const entry = cells.raw('builtIn') === '' ? ownProduct(code, cells, problems) : builtIn(code, cells, problems);
    if (problems.refused.length > 0 || !entry) return { problems: problems.refused };
    return { key: code, entry, reservations: problems.reserved };
  },
};

function builtIn(code: string, cells: Cells, problems: Problems): OwnRow | undefined {
  const productId = cells.raw('builtIn');
  if (!loadCuratedFormulary().product(productId))
    return problems.refuse('builtIn', 'No built-in medicine has this id.', '内置药品中无此编号。');
  const more = ownColumns.find(({ name }) => name !== 'code' && name !== 'builtIn' && cells.raw(name) !== '');
  if (more)
    return problems.refuse(
      more.name,
      'Must be empty where builtIn names a built-in medicine: what is built in is not changed.',
      '已填builtIn时须留空：内置药品的内容不可修改。',
    );
  return { kind: 'built-in', code, productId };
}

function ownProduct(code: string, cells: Cells, problems: Problems): OwnProductRow | undefined {
  const [zh, en] = [cells.words('zh'), cells.words('en')];
  if (zh === '' && en === '') problems.refuse('zh', 'The name is missing.', '缺少名称。');
  const parts = partsIn(cells, problems);
  const form = formIn(cells, problems);
  const routes = routesIn(cells, problems);
  const unit = unitOf(cells.raw('unit'), form) ?? problems.refuse('unit', 'The unit is unknown.', '无法识别的单位。');
  const controlClass = controlIn(cells, problems);
  const atc = cells.raw('atc');
  if (atc !== '' && !atcCode.safeParse(atc).success)
    problems.refuse('atc', 'Expected an ATC code such as J01CA04.', '应为ATC编码，如J01CA04。');
  const common = cells.raw('common').toLowerCase();
  if (!['', 'yes', 'no'].includes(common))
    problems.refuse('common', 'Expected yes, no or nothing.', '应为yes、no或留空。');
  const rest = {
    synonyms: cells.list('synonyms'),
    pinyin: cells.list('pinyin'),
    packSize: cells.positive('packSize'),
    usualSigs: sigsIn(cells, unit, problems),
    common: common === 'yes',
    limits: limitsIn(cells, parts.length, problems),
  };
  if (!form || !unit || !controlClass || problems.refused.length > 0) return undefined;
  const name = { en: en || zh, zh: zh || en };
  const row: OwnProductRow = { kind: 'own', code, name, atc, parts, form, routes, unit, controlClass, ...rest };
  controlAgainst(row, problems);
  strengthAgainst(row, problems);
  limitsAgainst(row, problems);
  return row;
}

function partsIn(cells: Cells, problems: Problems): OwnPart[] {
  const written = cells.list('ingredients', MAX_PARTS);
  if (written.length === 0) problems.refuse('ingredients', 'The substances are missing.', '缺少成分。');
  const parts = written.flatMap((text): OwnPart[] => {
    const part = partOf(text);
    if (part) return [{ ...part, ingredient: ingredientIdOf(part.name) }];
    problems.refuse(
      'ingredients',
      'Expected a substance with its strength, such as “amoxicillin 500 mg” or “amoxicillin 50 mg/mL”.',
      '应为成分及规格，如“阿莫西林 500 mg”或“阿莫西林 50 mg/mL”。',
    );
    return [];
  });
  const known = parts.flatMap(({ ingredient }) => ingredient ?? []);
  if (new Set(known).size !== known.length) problems.refuse('ingredients', 'A substance appears twice.', '成分重复。');
  for (const { name } of parts.filter(({ ingredient }) => ingredient === null))
    problems.reserve('ingredients', {
      en: `“${name.slice(0, 60)}” is unknown, so the safety checks cannot judge it and report that.`,
      zh: `“${name.slice(0, 60)}”为未知成分，安全检查无法判断，届时会注明“未检查”。`,
    });
  return parts;
}

function formIn(cells: Cells, problems: Problems): MedicineForm | undefined {
  return formOf(cells.raw('form')) ?? problems.refuse('form', 'The form is unknown.', '无法识别的剂型。');
}

function routesIn(cells: Cells, problems: Problems): MedicineRoute[] {
  const written = cells.list('routes');
  const routes = written.flatMap((word) => routeOf(word) ?? []);
  if (written.length === 0 || routes.length !== written.length)
    problems.refuse('routes', 'Expected routes such as oral or topical.', '应为给药途径，如口服。');
  return [...new Set(routes)];
}

function controlIn(cells: Cells, problems: Problems): ControlClass | undefined {
  return (
    controlClasses.find((one) => one === cells.raw('control').toLowerCase()) ??
    problems.refuse(
      'control',
      `Expected one of ${controlClasses.join(', ')}.`,
      `应为${controlClasses.join('、')}之一。`,
    )
  );
}

function sigsIn(cells: Cells, unit: string | undefined, problems: Problems): UsualSig[] {
  return cells.list('usualSigs').flatMap((text) => {
    const sig = parseUsualSig(text);
    if (sig && unit && (MEASURED.has(unit) || sig.dose.unit === unit)) return sig;
    return (
      problems.refuse(
        'usualSigs',
        'Expected a way of taking such as “1 capsule 3/1d after-meal 7d” or “1 tablet 3/1d 3d prn fever max3 min6h”.',
        '应为用法，如“1 capsule 3/1d after-meal 7d”或“1 tablet 3/1d 3d prn 发热 max3 min6h”。',
      ) ?? []
    );
  });
}
