import { loadCuratedIcd10 } from '../../server/src/api/catalogues/diagnoses/curated-icd10.ts';
import { createIcd10Search } from '../../server/src/api/catalogues/diagnoses/icd10-search.ts';
import { loadCuratedFormulary } from '../../server/src/api/catalogues/formulary/curated-formulary.ts';
import { createFormularySearch } from '../../server/src/api/catalogues/formulary/formulary-search.ts';
import { searchPatentMedicines } from '../../server/src/api/prescribing/safety/patents/patent-search.ts';
import { nameAsked } from '../../server/src/api/directory/doctors/name-asked.ts';
import { pinyinOf } from '../../server/src/api/directory/doctors/pinyin-of.ts';
import { findDepartments, generalDepartments } from '../../web/src/features/intake/symptoms/find-departments.ts';
import { halves, readCorpus, shareText, type Half } from './corpus.ts';
import { report, type Figure } from './report.ts';
import { departments, doctors } from './search/hospital.ts';

/*
 * Measures whether an accepted answer comes first, or among the first three, for typed queries in a hospital with many departments. An answer is
 * accepted by its name or code. Doctors are compared by the characters and letters of their names, as the query does.
 */

const rows = readCorpus('search/queries.tsv', ['id', 'lang', 'kind', 'query', 'expected', 'note']);
/** Names as packages, brands and pinyin say them, and Chinese patent medicines: written by the curators before they were tuned. */
const names = readCorpus('search/names.tsv', ['id', 'lang', 'kind', 'query', 'expected', 'note']);
const icd10 = createIcd10Search(loadCuratedIcd10().concepts);
const medicines = createFormularySearch(loadCuratedFormulary());
const spelt = departments.map((one) => ({ ...one, pinyin: pinyinOf(one.name.zh) }));

/** Returns the names of the results, best first, each with all names and codes by which it may be accepted. */
function answers(kind: string, query: string, onlyAlone = false): string[][] {
  if (kind === 'diagnosis')
    return icd10.search(query, 3).map(({ code, en, zh }) => [en, zh, code, code.slice(0, 3), code.slice(0, 5)]);
  if (kind === 'patent') return searchPatentMedicines(query, 3).map(({ name }) => [name.zh, name.en]);
  if (kind === 'medicine')
    return medicines.search(query, 3).map((product) => {
      const parts = product.ingredients.map(({ ingredient }) => ingredient);
      const joined = parts.map(({ en }) => en).join('/');
      if (onlyAlone && parts.length > 1) return [product.name.en, joined];
      return [
        product.name.en,
        product.name.zh,
        joined,
        ...parts.flatMap(({ en, zh, synonyms }) => [en, zh, ...synonyms]),
      ];
    });
  const fitting = findDepartments(query, spelt);
  const found = (fitting.length > 0 ? fitting : generalDepartments(spelt)).map(({ name, code }) => [
    name.en,
    name.zh,
    code,
  ]);
  if (kind === 'department') return found.slice(0, 3);
  return [...doctorsBy(query), ...found].slice(0, 3);
}

function doctorsBy(query: string): string[][] {
  const wanted = nameAsked(query).toLowerCase();
  const fits = doctors.filter(({ name, nameLatin }) =>
    [name, nameLatin, nameLatin.replace(' ', '')].some((text) => text.toLowerCase().includes(wanted)),
  );
  return fits.map(({ name, nameLatin }) => [`surname:${name.slice(0, 1)}`, `surname:${nameLatin.split(' ')[0] ?? ''}`]);
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[()（）]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Returns whether a name equals the expected one or contains it as whole words, in Chinese anywhere; codes match by prefix. */
function isAccepted(names: readonly string[], expected: string): boolean {
  const own = names.map(folded);
  const holds = (name: string, one: string) =>
    name === one || (/\p{Script=Han}/u.test(one) ? name.includes(one) : ` ${name} `.includes(` ${one} `));
  return expected
    .split('|')
    .map(folded)
    .some((one) => own.some((name) => holds(name, one)));
}

/** @param alone a combination of what was meant is no right answer, but where the case says so */
const judge = (of: typeof rows, alone = false) =>
  of.map((row) => {
    const found = answers(row.kind, row.query, alone && row.note !== 'combination');
    const place = found.findIndex((one) => isAccepted(one, row.expected));
    return { row, found, place };
  });
const judged = judge(rows);
const named = judge(names, true);

const table: Record<string, unknown>[] = [];
const figures: Figure[] = [];
for (const kind of ['department', 'doctor', 'medicine', 'diagnosis'])
  for (const lang of ['en', 'zh']) for (const half of halves) add(kind, lang, half);

function add(kind: string, lang: string, half: Half): void {
  const of = judged.filter(({ row }) => row.kind === kind && row.lang === lang && row.half === half);
  const within = (most: number) => of.filter(({ place }) => place >= 0 && place < most).length;
  table.push({
    kind,
    lang,
    half,
    first: shareText(within(1), of.length),
    'first three': shareText(within(3), of.length),
  });
  const name = `${kind} ${lang} ${half}`;
  figures.push(
    { name: `${name}, first`, value: within(1) / of.length, unit: 'share', goal: '>= 0.9' },
    { name: `${name}, first three`, value: within(3) / of.length, unit: 'share', goal: '>= 0.95' },
  );
}

for (const kind of ['medicine', 'patent'])
  for (const half of halves) {
    const of = named.filter(({ row }) => row.kind === kind && row.half === half);
    const within = (most: number) => of.filter(({ place }) => place >= 0 && place < most).length;
    table.push({
      kind: `names: ${kind}`,
      lang: 'all',
      half,
      first: shareText(within(1), of.length),
      'first three': shareText(within(3), of.length),
    });
    figures.push({
      name: `names: ${kind} ${half}, first`,
      value: within(1) / of.length,
      unit: 'share',
      goal: '>= 0.9',
    });
  }

for (const { row, found, place } of [...judged, ...named])
  if (row.half === 'dev' && place !== 0)
    process.stdout.write(
      `${place < 0 ? 'missed' : 'later'}: ${row.kind} ${row.query} → ${row.expected}; found ${found.map(([name]) => name).join(' | ') || 'nothing'}\n`,
    );
report('search', 1, table, figures);
