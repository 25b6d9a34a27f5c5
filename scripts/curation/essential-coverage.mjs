// Curation step for the formulary: prints which substances of two lists of essential medicines can't be prescribed from the built-in data.
// `essential-lists.csv` names what outpatients take without an injection, by our ids; a combination counts when one product holds all of it.
// The lists were written from knowledge of the National Essential Medicines List of China (2018) and the WHO Model List (23rd, 2023), and were
// not compared with them line by line. Run by hand: node scripts/curation/essential-coverage.mjs
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { loadCuratedFormulary } from '../../server/src/api/catalogues/index.ts';

const INJECTED = new Set(['intravenous', 'intramuscular', 'subcutaneous']);
const held = loadCuratedFormulary()
  .products.filter(({ routes }) => !routes.every((route) => INJECTED.has(route)))
  .map(({ ingredients }) => new Set(ingredients.map(({ ingredient }) => ingredient.id)));
const rows = parse(readFileSync(new URL('essential-lists.csv', import.meta.url), 'utf8'), { columns: true });

for (const [list, sections] of Map.groupBy(rows, (row) => row.list)) {
  const substances = [...new Set(sections.flatMap((row) => row.substances.split('|')))];
  const missing = substances.filter((one) => !held.some((product) => one.split('+').every((id) => product.has(id))));
  const found = substances.length - missing.length;
  process.stdout.write(
    `${list}: ${found}/${substances.length} (${((100 * found) / substances.length).toFixed(1)} %)\n`,
  );
  process.stdout.write(`  missing: ${missing.join(', ')}\n`);
}
