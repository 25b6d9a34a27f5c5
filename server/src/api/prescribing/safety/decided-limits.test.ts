import { describe, expect, it } from 'vitest';
import { listReader, loadCuratedFormulary, ownCatalogue } from '../../catalogues/index.ts';
import { buildKnowledgeBase } from './knowledge/knowledge-base.ts';
import { shippedTables, type TableRow } from './knowledge/knowledge-tables.ts';
import { tablesOfRelease } from './knowledge/released-knowledge.ts';
import { checkSafety } from './testing/check-safety.ts';
import { draftItem, safetyCase } from './testing/safety-case.ts';

const enalapril = draftItem('enalapril-10mg-tablet', { dose: { value: '2', unit: 'tablet' } });
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
const doses = (changes: TableRow | null, over = {}) => {
  const { issues, notChecked } = checkSafety(safetyCase({ items: [enalapril], ...over }), knowledgeWith(changes));
  return { issues: issues.filter(({ check }) => check === 'dose'), notChecked };
};

describe('the formulary’s largest doses in a set of a hospital', () => {
  it('count as the set has them, with the source that was signed', () => {
    expect(doses({}).issues).toEqual([]);
    const { issues } = doses({ adultPerDay: '10', source: 'Committee 2026, section 4' });
    expect(issues).toEqual([expect.objectContaining({ source: 'Committee 2026, section 4', severity: 'serious' })]);
  });

  it('leave the dose not checked when they are switched off', () => {
    const { issues, notChecked } = doses(null);
    expect(issues).toEqual([]);
    expect(notChecked.map(({ reason }) => reason.en)).toContain('No largest dose of Enalapril is on file.');
  });

  it('only lower what the hospital’s own list states', () => {
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
    const id = catalogue.products[0]?.id ?? '';
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
