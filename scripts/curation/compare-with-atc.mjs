// Curation step for the formulary: compares codes and substances with a copy of the ATC/DDD Index, and largest doses with defined daily doses.
// The index is not part of this project. FILE is a CSV of one edition with the columns atc_code, atc_name, ddd, uom and adm_r.
// Codes were compared with the edition of 2026 as it was on 25 April 2026. Run by hand: node scripts/curation/compare-with-atc.mjs FILE
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { curatedDoseLimitRecords, loadCuratedFormulary } from '../../server/src/api/catalogues/index.ts';

const rows = parse(readFileSync(process.argv[2], 'utf8'), { columns: true, bom: true });
const names = new Map(rows.map((row) => [row.atc_code, row.atc_name]));
const letters = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const say = (what, id, text) => process.stdout.write(`${what}: ${id}: ${text}\n`);

const { ingredients, products } = loadCuratedFormulary();
for (const { id, atc } of [...ingredients, ...products]) if (!names.has(atc)) say('no such code', id, atc);
// Salts and combinations differ in name; a person reads these.
for (const { id, en, atc } of ingredients)
  if (atc.length === 7 && names.has(atc) && letters(names.get(atc)) !== letters(en))
    say('other name', id, names.get(atc));

const ROUTES = { oral: 'O', sublingual: 'SL', rectal: 'R', transdermal: 'TD', subcutaneous: 'P', intramuscular: 'P' };
const MILLIGRAMS = { g: 1000, mg: 1, mcg: 0.001, ug: 0.001 };
const codes = new Map(ingredients.map(({ id, atc }) => [id, atc]));
for (const { row } of curatedDoseLimitRecords()) {
  const of = rows.find(
    ({ atc_code, adm_r, uom }) =>
      atc_code === codes.get(row.ingredient) && adm_r === ROUTES[row.route] && uom in MILLIGRAMS,
  );
  if (!of || row.adultPerDay === '' || !(row.unit in MILLIGRAMS)) continue;
  const ratio = (Number(row.adultPerDay) * MILLIGRAMS[row.unit]) / (Number(of.ddd) * MILLIGRAMS[of.uom]);
  if (ratio < 1 || ratio > 6)
    say('largest dose', `${row.ingredient} ${row.route} ${row.form}`, `${ratio.toFixed(2)} defined daily doses`);
}
