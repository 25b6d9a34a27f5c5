import { createIcd10Search } from '../../../server/src/api/catalogues/diagnoses/icd10-search.ts';
import { loadCuratedIcd10 } from '../../../server/src/api/catalogues/diagnoses/curated-icd10.ts';

/** Codes for conditions that contraindicate medicines; others are looked up in the list of diagnoses. */
const coded: readonly (readonly [RegExp, string])[] = [
  [/smok/i, 'F17.2'],
  [/seizure|epilep/i, 'G40.9'],
  [/asthma/i, 'J45.9'],
  [/parkinson/i, 'G20'],
  [/myasthenia/i, 'G70.0'],
  [/closed.angle|angle.closure|narrow.angle/i, 'H40.2'],
  [/heart failure/i, 'I50.9'],
  [/atrial fibrillation/i, 'I48.9'],
  [/migraine with aura/i, 'G43.1'],
  [/peptic ulcer|gastric ulcer|stomach ulcer/i, 'K25.9'],
  [/duodenal ulcer/i, 'K26.9'],
  [/gastrointestinal bleed|bleeding ulcer/i, 'K92.2'],
  [/cirrhosis/i, 'K74.6'],
  [/liver failure|hepatic failure/i, 'K72.9'],
  [/g6pd|glucose-6/i, 'D55.0'],
  [/deep vein thrombosis/i, 'I80.2'],
  [/pulmonary embol/i, 'I26.9'],
  [/stroke/i, 'I63.9'],
  [/heart attack|myocardial infarction/i, 'I21.9'],
  [/heart block|av block/i, 'I44.2'],
  [/long qt|prolonged qt/i, 'I45.8'],
  [/breast cancer/i, 'C50.9'],
  [/urinary retention/i, 'R33'],
  [/cancer pain/i, 'C80'],
];
let search: ReturnType<typeof createIcd10Search> | undefined;

/** Converts comma-separated conditions to a record’s form: codes, or text when no list contains them. */
export function conditionsOf(text: string): { codes: string[]; uncoded: string[] } {
  search ??= createIcd10Search(loadCuratedIcd10().concepts);
  const codes: string[] = [];
  const uncoded: string[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const plain = part !== '' && !/\b(?:no|negative|positive|wanted|removed|earlier|level)\b/i.test(part);
    const code = plain
      ? (coded.find(([words]) => words.test(part))?.[1] ?? search.search(part, 1)[0]?.code)
      : undefined;
    if (code) codes.push(code);
    else if (part !== '') uncoded.push(part);
  }
  return { codes, uncoded };
}
