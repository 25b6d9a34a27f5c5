import { describe, expect, it } from 'vitest';
import type { Tx } from '../../../platform/db/transaction.ts';
import { loadCuratedFormulary } from '../../catalogues/index.ts';
import { releaseContent } from '../curation/release-json.ts';
import { UNUSABLE_RELEASE } from '../safety/check.ts';
import { shippedTables, type TableRow } from '../safety/knowledge/knowledge-tables.ts';
import type { RulesInUse } from '../safety/safety-run.ts';
import { OfferedMedicines } from './offered-medicines.ts';

const formulary = loadCuratedFormulary();

/** The doses of enalapril that a doctor is offered under these rules. */
async function offered(inUse: RulesInUse) {
  const medicines = new OfferedMedicines({
    formularies: { of: async () => formulary },
    releases: { of: async () => inUse },
  });
  const { hitOf } = await medicines.of({} as Tx);
  const product = formulary.product('enalapril-10mg-tablet');
  return product ? hitOf(product).doseLimits : undefined;
}

/** Rules whose row of enalapril is changed; null removes it. */
function released(changes: TableRow | null): RulesInUse {
  const rows = shippedTables()['dose-limits'].flatMap(({ line, row }) => {
    if (row['ingredient'] !== 'enalapril') return [{ line, row }];
    return changes ? [{ line, row: { ...row, ...changes } }] : [];
  });
  const content = releaseContent({ ...shippedTables(), 'dose-limits': rows }, 'test', []);
  const release = { id: 'r', number: 1, sha256: 'x' };
  return { release, rules: { ...release, hospitalId: 'h', content, imported: null }, problem: null };
}

describe('the doses that a doctor is offered', () => {
  it('are those of the program without a release', async () => {
    expect(await offered({ release: null, rules: null, problem: null })).toMatchObject({ adultPerDay: '40' });
  });

  it('are those that the hospital decided', async () => {
    expect(await offered(released({ adultPerDay: '10' }))).toMatchObject({ adultPerDay: '10', adultPerDose: '40' });
    expect(await offered(released(null))).toMatchObject({
      adultPerDay: null,
      adultPerDose: null,
      childPerDayPerKg: null,
    });
  });

  it('are missing when the rules cannot be used', async () => {
    const { release, rules } = released({ adultPerDay: '0' });
    expect(await offered({ release, rules, problem: null })).toBeNull();
    expect(await offered({ release, rules: null, problem: UNUSABLE_RELEASE })).toBeNull();
  });
});
