import { describe, expect, it } from 'vitest';
import { checkSafety } from './testing/check-safety.ts';
import { checkRegistry } from './check-registry.ts';
import { allergyTo, draftItem, safetyCase, taking } from './testing/safety-case.ts';
import { createFormularySearch } from '../../catalogues/area.index.ts';
import { loadCuratedFormulary, type Formulary, ownCatalogue, listReader } from '../../catalogues/index.ts';

type OwnList = NonNullable<Parameters<typeof ownCatalogue>[1]>;

const curated = loadCuratedFormulary();

function list(version: string, ...rows: Record<string, string>[]): OwnList {
  return {
    version,
    rows: rows.map((row) => {
      const found = listReader.read({
        form: 'tablet',
        routes: 'oral',
        unit: 'tablet',
        control: 'rx',
        ...row,
      });
      if ('problems' in found) throw new Error(JSON.stringify(found.problems));
      return found.entry;
    }),
  };
}
const amoxicillin = { code: 'A1', zh: '本院阿莫西林', ingredients: '阿莫西林 250 mg', control: 'antibiotic' };
const unheardOf = { code: 'U1', zh: '月光片', en: 'Moonshine tablets', ingredients: 'moonshinide 5 mg' };
const idOf = (catalogue: Formulary, code: string) =>
  catalogue.products.find(({ id }) => id.startsWith(`own-${code}-`))?.id ?? code;
const item = (catalogue: Formulary, code: string, over = {}) => {
  const id = idOf(catalogue, code);
  const unit = catalogue.product(id)?.unit ?? 'tablet';
  return { ...draftItem(id), route: 'oral' as const, dose: { value: '1', unit }, ...over };
};

describe('a catalogue with the hospital’s own list', () => {
  const catalogue = ownCatalogue(curated, list('own-1', amoxicillin, unheardOf), []);

  it('names both data versions in every report', () => {
    expect(catalogue.version).toBe(`${curated.version} + own-1`);
    const report = checkSafety(safetyCase({ catalogue, items: [item(catalogue, 'A1')] }));
    expect(report.dataVersion).toContain(`${curated.version} + own-1`);
  });

  it('finds and prescribes the products of the list, and no others', () => {
    const search = createFormularySearch(catalogue);
    expect(search.search('阿莫西林')[0]?.id).toBe(idOf(catalogue, 'A1'));
    expect(search.search('paracetamol')).toEqual([]);
    expect(catalogue.mayBePrescribed(idOf(catalogue, 'A1'))).toBe(true);
    expect(catalogue.mayBePrescribed('paracetamol-500mg-tablet')).toBe(false);
    expect(catalogue.product('paracetamol-500mg-tablet')).toBeDefined();
  });

  it('runs every check on the hospital’s product as on the built-in substance', () => {
    const report = checkSafety(
      safetyCase({
        catalogue,
        items: [item(catalogue, 'A1', { dose: { value: '40', unit: 'tablet' } })],
        allergies: [allergyTo('penicillin')],
        activeMedicines: [taking('methotrexate')],
      }),
    );
    expect(new Set(report.issues.map(({ check }) => check))).toEqual(new Set(['allergy', 'interaction', 'dose']));
    expect(report.notChecked).toEqual([]);
  });

  it('reports every check as not done, with the reason, for an unknown substance', () => {
    const report = checkSafety(safetyCase({ catalogue, items: [item(catalogue, 'U1')] }));
    expect(report.issues).toEqual([]);
    expect(report.notChecked.map(({ check }) => check).toSorted()).toEqual(
      checkRegistry.map(({ name }) => name).toSorted(),
    );
    for (const { reason, itemIds } of report.notChecked) {
      expect(reason.en).toContain('moonshinide');
      expect(itemIds).toEqual([`item-${idOf(catalogue, 'U1')}`]);
    }
  });

  it('cites no published work for an unknown substance', () => {
    const patient = { ...safetyCase().patient, pregnancy: 'pregnant', lactation: 'breast-feeding' } as const;
    const { issues } = checkSafety(safetyCase({ catalogue, items: [item(catalogue, 'U1')], patient }));
    expect(issues.map(({ check }) => check)).toEqual(['pregnancy', 'pregnancy']);
    expect(new Set(issues.map(({ source }) => source))).toEqual(new Set(['Nothing is on file here of moonshinide']));
  });

  it('reports an unknown substance in the current medicines and in an allergy', () => {
    const known = safetyCase({
      catalogue,
      items: [item(catalogue, 'A1')],
      activeMedicines: [taking('x', { productId: idOf(catalogue, 'U1') })],
      allergies: [allergyTo('moonshinide')],
    });
    const { notChecked } = checkSafety(known);
    expect(notChecked.map(({ check }) => check).toSorted()).toEqual(['allergy', 'duplicate', 'interaction']);
    const same = checkSafety({ ...known, items: [item(catalogue, 'U1')] });
    expect(same.issues.map(({ id }) => id.split(':').slice(0, 2).join(':'))).toEqual(
      expect.arrayContaining(['allergy:same-substance', 'duplicate:ingredient']),
    );
  });

  it('does not recognise a hospital’s synonym in a patient’s own text', () => {
    const named = ownCatalogue(curated, list('own-2', { ...amoxicillin, synonyms: 'cold remedy' }), []);
    const { notChecked } = checkSafety(
      safetyCase({ catalogue: named, items: [item(named, 'A1')], activeMedicines: [taking('cold remedy')] }),
    );
    expect(notChecked.map(({ check }) => check)).toEqual(expect.arrayContaining(['interaction', 'duplicate']));
  });
});

describe('the hospital’s own maximum doses', () => {
  const dosed = (limits: Record<string, string>, base: Record<string, string> = amoxicillin) =>
    ownCatalogue(curated, list('own-3', { ...base, doseUnit: 'mg', ...limits }), []);
  const issues = (catalogue: Formulary, code: string, tablets: string) =>
    checkSafety(
      safetyCase({ catalogue, items: [item(catalogue, code, { dose: { value: tablets, unit: 'tablet' } })] }),
    ).issues.filter(({ check }) => check === 'dose');

  it('lower the built-in ones', () => {
    expect(issues(dosed({ adultPerDose: '250' }), 'A1', '1')).toEqual([]);
    expect(issues(dosed({ adultPerDose: '250' }), 'A1', '2')).toHaveLength(1);
    expect(issues(dosed({}), 'A1', '2')).toEqual([]);
  });

  it('never raise the built-in ones', () => {
    const generous = dosed({ adultPerDose: '90000', adultPerDay: '90000' });
    expect(issues(generous, 'A1', '40').length).toBeGreaterThan(0);
  });

  it('apply when no other limit is known', () => {
    const own = dosed({ adultPerDose: '10', minAgeMonths: '12' }, unheardOf);
    expect(issues(own, 'U1', '2')).toEqual([]);
    expect(issues(own, 'U1', '3')).toHaveLength(1);
    const { notChecked } = checkSafety(safetyCase({ catalogue: own, items: [item(own, 'U1')] }));
    expect(notChecked.map(({ check }) => check)).not.toContain('dose');
    expect(notChecked.map(({ check }) => check)).not.toContain('age');
  });

  it('add up over lines of one substance, with the strictest limit', () => {
    const two = ownCatalogue(
      curated,
      list('own-4', { ...amoxicillin, doseUnit: 'mg', adultPerDay: '500' }, { ...amoxicillin, code: 'A2' }),
      [],
    );
    const both = safetyCase({
      catalogue: two,
      items: [item(two, 'A1', { dose: { value: '2', unit: 'tablet' } }), item(two, 'A2')],
    });
    expect(checkSafety(both).issues.filter(({ check }) => check === 'dose')).toHaveLength(1);
  });
});

describe('successive versions of a list', () => {
  const first = list('own-1', amoxicillin, unheardOf);
  const before = ownCatalogue(curated, first, []);

  it('keep products that records name, but don’t allow them in new prescriptions', () => {
    const id = idOf(before, 'A1');
    const after = ownCatalogue(curated, list('own-2', { ...amoxicillin, ingredients: '阿莫西林 500 mg' }), [first]);
    expect(after.product(id)?.ingredients[0]?.strength.value).toBe('250');
    expect(after.mayBePrescribed(id)).toBe(false);
    expect(idOf(after, 'A1')).not.toBe(id);
    expect(after.product(idOf(after, 'A1'))?.ingredients[0]?.strength.value).toBe('500');
  });

  it('keep the id of a medicine when only its name changes', () => {
    const after = ownCatalogue(curated, list('own-2', { ...amoxicillin, zh: '新名称' }), [first]);
    expect(idOf(after, 'A1')).toBe(idOf(before, 'A1'));
    expect(after.product(idOf(after, 'A1'))?.name.zh).toBe('新名称');
  });

  it('return to the built-in list when no list is in use', () => {
    const back = ownCatalogue(curated, null, [first]);
    expect(back.version).toBe(curated.version);
    expect(back.mayBePrescribed('paracetamol-500mg-tablet')).toBe(true);
    expect(back.mayBePrescribed(idOf(before, 'A1'))).toBe(false);
    expect(back.product(idOf(before, 'A1'))).toBeDefined();
  });

  it('leave nothing to prescribe when the list in use can’t be read', () => {
    const lost = ownCatalogue(curated, { version: 'own-9', rows: null }, [first]);
    expect(lost.products).toEqual([]);
    expect(lost.version).toContain('not readable');
    const { checks, notChecked } = checkSafety(safetyCase({ catalogue: lost, items: [draftItem('own-A1-ffffffff')] }));
    expect(checks.length).toBe(checkRegistry.length);
    expect(new Set(notChecked.map(({ check }) => check)).size).toBe(checkRegistry.length);
  });
});
