import { describe, expect, it } from 'vitest';
import { listReader, loadCuratedFormulary, ownCatalogue } from '../../catalogues/index.ts';
import { buildKnowledgeBase } from './knowledge/knowledge-base.ts';
import { shippedTables, type KnowledgeTableName, type TableRow } from './knowledge/knowledge-tables.ts';
import { tablesOfRelease } from './knowledge/released-knowledge.ts';
import { checkSafety } from './testing/check-safety.ts';
import { draftItem, safetyCase } from './testing/safety-case.ts';

const enalapril = draftItem('enalapril-10mg-tablet', { dose: { value: '2', unit: 'tablet' } });
/** The row of enalapril as releases contained it before sources of one word were refused. */
const BEFORE: TableRow = {
  ingredient: 'enalapril',
  route: 'oral',
  form: '',
  unit: 'mg',
  adultPerDose: '40',
  adultPerDay: '40',
  adultPerWeek: '',
  childPerDosePerKg: '',
  childPerDayPerKg: '0.6',
  childMaxPerDose: '',
  childMaxPerDay: '40',
  minAgeMonths: '1',
  source: 'label',
  confidence: 'sure',
  note: '',
};
const isEnalapril = ({ ingredient, route }: TableRow) => ingredient === 'enalapril' && route === 'oral';

/** The shipped rules with another row of largest doses for enalapril; null removes it. */
function knowledgeWith(changes: TableRow | null) {
  const shipped = shippedTables();
  const rows = shipped['dose-limits'].flatMap(({ line, row }) => {
    if (!isEnalapril(row)) return [{ line, row }];
    return changes ? [{ line, row: { ...row, ...changes } }] : [];
  });
  return buildKnowledgeBase({ ...shipped, 'dose-limits': rows }, 'test');
}
/** A hospital’s own list with one product of enalapril and a largest dose a day of 30 mg. */
function ownEnalapril() {
  const row = {
    code: 'E1',
    zh: '本院依那普利',
    ingredients: '依那普利 10 mg',
    control: 'rx',
    doseUnit: 'mg',
    adultPerDay: '30',
  };
  const read = listReader.read({ form: 'tablet', routes: 'oral', unit: 'tablet', ...row });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const catalogue = ownCatalogue(loadCuratedFormulary(), { version: 'own', rows: [read.entry] }, []);
  return { catalogue, id: catalogue.products[0]?.id ?? '' };
}
const doses = (changes: TableRow | null, over = {}) => {
  const { issues, notChecked } = checkSafety(safetyCase({ items: [enalapril], ...over }), knowledgeWith(changes));
  return { issues: issues.filter(({ check }) => check === 'dose'), notChecked };
};

/** A release of the given rows of tables, and the shipped rows of the others. */
function releaseOf(changed: Partial<Record<KnowledgeTableName, readonly TableRow[]>>): string {
  const tables = Object.fromEntries(
    Object.entries(shippedTables()).map(([name, rows]) => [
      name,
      changed[name as KnowledgeTableName] ?? rows.map(({ row }) => row),
    ]),
  );
  return JSON.stringify({ schema: 'yunzhen/knowledge-release/1', base: 'old', imports: [], tables });
}

describe('the formulary’s largest doses in a set of a hospital', () => {
  it('count as the set has them, with the source that was signed', () => {
    expect(doses({}).issues).toEqual([]);
    const { issues } = doses({ adultPerDay: '10', source: 'Committee 2026, section 4', confidence: 'sure', note: '' });
    expect(issues).toEqual([expect.objectContaining({ source: 'Committee 2026, section 4', severity: 'serious' })]);
  });

  it('leave the dose not checked when they are switched off', () => {
    const { issues, notChecked } = doses(null);
    expect(issues).toEqual([]);
    expect(notChecked.map(({ reason }) => reason.en)).toContain('No largest dose of Enalapril is on file.');
  });

  it('keep the minimum age when they are switched off', () => {
    const of = (changes: TableRow | null, ageMonths: number) => {
      const patient = { ...safetyCase().patient, ageMonths, weightKg: '10' };
      return checkSafety(safetyCase({ items: [enalapril], patient }), knowledgeWith(changes)).issues.filter(
        ({ check }) => check === 'age',
      );
    };
    expect(of({ minAgeMonths: '12' }, 6)).toHaveLength(1);
    expect(of({}, 0)).toHaveLength(1);
    expect(of(null, 0)).toEqual(of({}, 0));
    expect(of(null, 6)).toEqual([]);
  });

  it('raise the minimum age of a product of the hospital’s own list', () => {
    const { catalogue, id } = ownEnalapril();
    const at = (minAgeMonths: string, ageMonths: number) => {
      const patient = { ...safetyCase().patient, ageMonths, weightKg: '14' };
      const items = [{ ...enalapril, productId: id }];
      return checkSafety(safetyCase({ catalogue, items, patient }), knowledgeWith({ minAgeMonths })).issues.filter(
        ({ check }) => check === 'age',
      );
    };
    expect(at('72', 36)).toEqual([expect.objectContaining({ check: 'age', severity: 'moderate' })]);
    expect(at('24', 36)).toEqual([]);
  });

  it('only lower what the hospital’s own list states', () => {
    const { catalogue, id } = ownEnalapril();
    const of = (adultPerDay: string) =>
      doses(
        { adultPerDay },
        { catalogue, items: [{ ...enalapril, productId: id, dose: { value: '4', unit: 'tablet' } }] },
      );
    expect(of('80').issues[0]?.mechanism.en).toContain('per day is 30 mg');
    expect(
      of('10')
        .issues.map(({ mechanism }) => mechanism.en)
        .join(' '),
    ).toContain('per day is 10 mg');
  });

  it('must be above zero, because zero would be no limit', () => {
    expect(() => knowledgeWith({ adultPerDay: '0' })).toThrow('dose-limits.csv');
  });

  it('are read from a release whose rows name only the kind of their source', () => {
    const rows = shippedTables()['dose-limits'].map(({ row }) => ({
      ...row,
      ...(/unverified/i.test(row['source'] ?? '') ? { source: 'label', confidence: 'sure', note: '' } : {}),
    }));
    const content = releaseOf({
      'dose-limits': rows.map((row) => (isEnalapril(row) ? BEFORE : row)),
      'quiet-ingredients': [{ ingredient: 'benserazide', source: 'label' }],
    });
    const { tables } = tablesOfRelease(content);
    const knowledge = buildKnowledgeBase(tables, 'old');
    expect(knowledge.decidedLimits.size).toBe(0);
    expect(knowledge.quietIngredients).toEqual(new Set(['benserazide']));
    const { issues, notChecked } = checkSafety(
      safetyCase({ items: [{ ...enalapril, dose: { value: '5', unit: 'tablet' } }] }),
      knowledge,
    );
    expect(notChecked).toEqual([]);
    expect(issues.filter(({ check }) => check === 'dose').map(({ source }) => source)).toEqual(
      doses({}, { items: [{ ...enalapril, dose: { value: '5', unit: 'tablet' } }] }).issues.map(({ source }) => source),
    );
  });

  it('are those of the program in a release of before this table', () => {
    const tables = Object.fromEntries(
      Object.entries(shippedTables()).flatMap(([name, rows]) =>
        name === 'dose-limits' ? [] : [[name, rows.map(({ row }) => row)]],
      ),
    );
    const content = JSON.stringify({ schema: 'yunzhen/knowledge-release/1', base: 'old', imports: [], tables });
    expect(buildKnowledgeBase(tablesOfRelease(content).tables, 'old').decidedLimits.size).toBe(0);
  });
});
