import { loadCuratedIcd10 } from '../../server/src/api/catalogues/diagnoses/curated-icd10.ts';
import { createIcd10Search } from '../../server/src/api/catalogues/diagnoses/icd10-search.ts';
import { loadCuratedFormulary } from '../../server/src/api/catalogues/formulary/curated-formulary.ts';
import { createFormularySearch } from '../../server/src/api/catalogues/formulary/formulary-search.ts';
import { searchPatentMedicines } from '../../server/src/api/prescribing/safety/patents/patent-search.ts';
import { halves, readCorpus, shareText, type Half } from './corpus.ts';
import { report, type Figure } from './report.ts';
import { careFound, isAccepted } from './search/care-search.ts';

/*
 * Measures whether an accepted answer comes first, or among the first three, for typed queries in a hospital with many departments. An answer is
 * accepted by its name or code. Doctors are compared by the characters and letters of their names, as the query does.
 */

const rows = readCorpus('search/queries.tsv', ['id', 'lang', 'kind', 'query', 'expected', 'note']);
/** Names as packages, brands and pinyin say them, and Chinese patent medicines: written by the curators before they were tuned. */
const names = readCorpus('search/names.tsv', ['id', 'lang', 'kind', 'query', 'expected', 'note']);
/** Brands, old names, typing errors and abbreviations: written before their first run by an author who knows the search. */
const unusual = readCorpus('search/unusual.tsv', ['id', 'lang', 'kind', 'query', 'expected', 'note']);
const icd10 = createIcd10Search(loadCuratedIcd10().concepts);
const medicines = createFormularySearch(loadCuratedFormulary());

/** Returns the names of the results, best first, each with all names and codes by which it may be accepted. */
function answers(kind: string, query: string, onlyAlone = false): string[][] {
  if (kind === 'diagnosis')
    return icd10.search(query, 3).map(({ code, en, zh }) => [en, zh, code, code.slice(0, 3), code.slice(0, 5)]);
  if (kind === 'patent') return searchPatentMedicines(query, 3).map(({ name }) => [name.zh, name.en]);
  if (kind === 'medicine')
    return medicines.search(query, 3).map((product) => {
      const parts = product.ingredients.map(({ ingredient }) => ingredient);
      const joined = parts.map(({ en }) => en).join('/');
      const joinedZh = parts.map(({ zh }) => zh).join('/');
      if (onlyAlone && parts.length > 1) return [product.name.en, joined, joinedZh];
      return [
        product.name.en,
        product.name.zh,
        joined,
        joinedZh,
        ...parts.flatMap(({ en, zh, synonyms }) => [en, zh, ...synonyms]),
      ];
    });
  if (kind === 'department' || kind === 'doctor') return careFound(kind, query);
  throw new Error(`no search for ${kind}`);
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
const odd = judge(unusual, true);

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

for (const [set, judgedSet] of [
  ['names', named],
  ['unusual', odd],
] as const)
  for (const kind of ['medicine', 'patent']) for (const half of halves) addNames(set, judgedSet, kind, half);

function addNames(set: string, judgedSet: typeof named, kind: string, half: Half): void {
  const of = judgedSet.filter(({ row }) => row.kind === kind && row.half === half);
  const within = (most: number) => of.filter(({ place }) => place >= 0 && place < most).length;
  table.push({
    kind: `${set}: ${kind}`,
    lang: 'all',
    half,
    first: shareText(within(1), of.length),
    'first three': shareText(within(3), of.length),
  });
  figures.push({
    name: `${set}: ${kind} ${half}, first`,
    value: within(1) / of.length,
    unit: 'share',
    goal: '>= 0.9',
  });
}

for (const { row, found, place } of [...judged, ...named, ...odd])
  if (row.half === 'dev' && place !== 0)
    process.stdout.write(
      `${place < 0 ? 'missed' : 'later'}: ${row.kind} ${row.query} → ${row.expected}; found ${found.map(([name]) => name).join(' | ') || 'nothing'}\n`,
    );
report('search', 1, table, figures);
