import { loadCuratedFormulary } from '../../server/src/api/catalogues/formulary/curated-formulary.ts';
import { loadKnowledgeBase } from '../../server/src/api/prescribing/safety/knowledge/knowledge-base.ts';
import { resolveAllergy } from '../../server/src/api/prescribing/safety/recognition/resolve-allergies.ts';
import { resolveActive } from '../../server/src/api/prescribing/safety/recognition/resolve-medicines.ts';
import { allergyTo, taking } from '../../server/src/api/prescribing/safety/testing/safety-case.ts';
import { halves, readCorpus, shareText } from './corpus.ts';
import { report, type Figure } from './report.ts';

/*
 * Measures the recognition of patients’ statements on allergies and medicines, as the checks read them. A name counts as recognised, as shown to the
 * doctor as unmatched, or as dropped, which must not happen. Free-text conditions are not read: a record without a code is always shown as not
 * checked.
 */

const columns = ['id', 'lang', 'field', 'text', 'expected_entities', 'expected_unmatched'] as const;
const first = readCorpus('statements/cases.tsv', columns).filter(({ field }) => field !== 'conditions');
/** Written later by an author who knew the program, before their first run; never split. */
const second = readCorpus('statements/second.tsv', columns);
const catalogue = loadCuratedFormulary();
const knowledge = loadKnowledgeBase();

interface Read {
  readonly ids: readonly string[];
  /** Text that is shown as unmatched, or as a guess. */
  readonly shown: readonly string[];
  /** Patent medicines and what they hold: right where the medicine is, whether or not the case names it. */
  readonly within: readonly string[];
}

function read(field: string, text: string): Read {
  if (field === 'allergies') {
    const found = resolveAllergy(allergyTo(text), catalogue, knowledge);
    if (!found) return { ids: [], shown: [], within: [] };
    const ids = [...found.ingredients, ...found.classes].map(({ id }) => id);
    return { ids, shown: [...found.unknownParts, ...found.readings.map(({ written }) => written)], within: [] };
  }
  const { known, unresolved } = resolveActive([taking(text)], catalogue);
  const patents = known.flatMap((one) => one.patents);
  const ids = [...patents.map(({ id }) => id), ...known.flatMap(({ ingredients }) => ingredients.map(({ id }) => id))];
  return { ids, shown: unresolved.map(({ part }) => part), within: patents.flatMap(({ id, herbs }) => [id, ...herbs]) };
}

function judge(row: (typeof first)[number]) {
  const { ids, shown, within } = read(row.field, row.text);
  const entities = row.expected_entities.split(';').filter((name) => name !== '');
  // Names that the lists do not contain can only be shown.
  const wanted = entities.map((name) => read(row.field, name).ids);
  const recognised = wanted.filter((of) => of.length > 0 && of.every((id) => ids.includes(id))).length;
  const lost = wanted.filter((of) => (of.length === 0 || !of.some((id) => ids.includes(id))) && shown.length === 0);
  const extra = ids.filter((id) => !within.includes(id) && !wanted.some((of) => of.includes(id)));
  const open = row.expected_unmatched !== '' || wanted.some((of) => of.length === 0);
  return {
    row,
    entities: entities.length,
    recognised,
    dropped: lost.length + (row.expected_unmatched !== '' && shown.length === 0 ? 1 : 0),
    extra,
    // A misspelt known name is shown too, because a person confirms the guess.
    noise: !open && shown.length > 0 && recognised === entities.length && entities.length === 0 ? shown : [],
    shown,
  };
}
const judged = first.map(judge);
const judgedSecond = second.map(judge);

const figures: Figure[] = [];
const table: Record<string, unknown>[] = [];
const sets = [
  ...halves.map((half) => [half, judged.filter(({ row }) => row.half === half)] as const),
  ['second', judgedSecond] as const,
];
for (const [half, all] of sets)
  for (const lang of ['en', 'zh']) {
    const of = all.filter(({ row }) => row.lang === lang);
    const sum = (count: (one: (typeof of)[number]) => number) => of.reduce((total, one) => total + count(one), 0);
    const entities = sum((one) => one.entities);
    const whole = of.filter(({ dropped }) => dropped === 0).length;
    const right = of.filter(({ extra, noise }) => extra.length === 0 && noise.length === 0).length;
    table.push({
      half,
      lang,
      statements: of.length,
      recognised: shareText(
        sum(({ recognised }) => recognised),
        entities,
      ),
      'nothing dropped': shareText(whole, of.length),
      'nothing wrong': shareText(right, of.length),
    });
    figures.push(
      {
        name: `${lang} ${half}, names recognised`,
        value: sum(({ recognised }) => recognised) / entities,
        unit: 'share',
        goal: null,
      },
      { name: `${lang} ${half}, nothing dropped`, value: whole / of.length, unit: 'share', goal: '>= 1' },
      { name: `${lang} ${half}, nothing wrong`, value: right / of.length, unit: 'share', goal: '>= 0.95' },
    );
  }
const shownOnes = [...judged.filter(({ row }) => row.half === 'dev'), ...judgedSecond];
for (const { row, dropped, extra, noise, shown, recognised, entities } of shownOnes) {
  if (dropped === 0 && extra.length === 0 && noise.length === 0 && recognised === entities) continue;
  const what =
    dropped > 0 ? 'dropped' : extra.length > 0 ? `wrong ${extra.join(' ')}` : noise.length > 0 ? 'noise' : 'only shown';
  process.stdout.write(`${what}: ${row.id} ${row.text} → ${row.expected_entities} [shown: ${shown.join(' | ')}]\n`);
}
report('statements', 1, table, figures);
