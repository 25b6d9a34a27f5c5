import type { DetectedIssue } from '../../../shared/src/prescribing/prescribing.contract.ts';
import { loadCuratedFormulary } from '../../../server/src/api/catalogues/formulary/curated-formulary.ts';
import { loadKnowledgeBase } from '../../../server/src/api/prescribing/safety/knowledge/knowledge-base.ts';
import { checkSafety } from '../../../server/src/api/prescribing/safety/testing/check-safety.ts';
import {
  allergyTo,
  draftItem,
  safetyCase,
  taking,
} from '../../../server/src/api/prescribing/safety/testing/safety-case.ts';
import type { SafetyInput, SafetyPatient } from '../../../server/src/api/prescribing/safety/safety-input.ts';
import { readCorpus } from '../corpus.ts';

const columns = ['id', 'class', 'medicines', 'patient', 'expected', 'why'] as const;
export type Row = ReturnType<typeof readCorpus<(typeof columns)[number]>>[number];

/** From harmless to forbidden; `none` is no alert. */
const levels = ['none', 'minor', 'moderate', 'serious', 'contraindicated'] as const;
type Level = (typeof levels)[number];

export interface Judged {
  readonly row: Row;
  /** The gravest alert that the case adds to what its parts raise alone. */
  readonly level: Level;
  /** Whether any alert was raised. */
  readonly raised: boolean;
  /** Whether it is as grave as expected; of a quiet case whether it is neither serious nor contraindicated. */
  readonly right: boolean;
  readonly said: readonly string[];
}

/** Judges medicines that meet: only the alerts that none of them raises alone count. */
export function judgePairs(file: 'pairs' | 'together'): Judged[] {
  return readCorpus(`interactions/${file}.tsv`, columns).map((row) => {
    const medicines = row.medicines.split(' + ');
    const alone = medicines.flatMap((medicine) => issuesOf([medicine], row.patient));
    return judge(row, issuesOf(medicines, row.patient), alone);
  });
}

/** Judges a patient's fact, or medicines of one kind: the alerts of the same medicines, each alone in a healthy adult, do not count. */
export function judgePatients(): Judged[] {
  return readCorpus('interactions/patients.tsv', columns).map((row) => {
    const medicines = row.medicines.split(' + ');
    const sex = row.patient.includes('sex=f') ? 'sex=f' : '';
    const alone = medicines.flatMap((medicine) => issuesOf([medicine], sex));
    return judge(row, issuesOf(medicines, row.patient), alone);
  });
}

function judge(row: Row, issues: readonly DetectedIssue[], alone: readonly DetectedIssue[]): Judged {
  const known = new Set(alone.map(({ id, severity }) => `${id} ${severity}`));
  const added = issues.filter(({ id, severity }) => !known.has(`${id} ${severity}`));
  const level = added.reduce<Level>((worst, { severity }) => (rank(severity) > rank(worst) ? severity : worst), 'none');
  const right =
    row.expected === 'quiet' ? rank(level) < rank('serious') : rank(level) >= rank(levelOf(row.expected, row.id));
  return { row, level, raised: added.length > 0, right, said: added.map(({ id, severity }) => `${severity} ${id}`) };
}

const rank = (level: Level) => levels.indexOf(level);

function levelOf(text: string, id: string): Level {
  const level = levels.find((one) => one === text);
  if (!level || level === 'none') throw new Error(`${id}: ${text} is no severity`);
  return level;
}

function issuesOf(medicines: readonly string[], patient: string): readonly DetectedIssue[] {
  const stated = medicines.filter((one) => one.startsWith('~')).map((one) => taking(one.slice(1)));
  const items = medicines.filter((one) => !one.startsWith('~')).map((one) => draftItem(productFor(one)));
  if (items.length === 0) return [];
  return checkSafety({ ...inputOf(patient), items, activeMedicines: stated }, loadKnowledgeBase()).issues;
}

function productFor(name: string): string {
  const { products } = loadCuratedFormulary();
  const found =
    products.find(({ id }) => id === name) ??
    products.find(({ ingredients }) => ingredients.length === 1 && ingredients[0]?.ingredient.id === name);
  if (!found) throw new Error(`the formulary has no ${name}`);
  return found.id;
}

function inputOf(text: string): SafetyInput {
  const facts = new Map(
    [...text.matchAll(/(sex|age|egfr|weeks|conditions|feeding|allergy)(?:=(.+?))?(?= \w+=| feeding|$)/g)].map(
      ([, name, value]) => [name, value ?? ''],
    ),
  );
  const [substance = '', reaction = ''] = (facts.get('allergy') ?? '').split(':');
  const input = safetyCase({
    conditionCodes: facts.get('conditions')?.split(',') ?? [],
    allergies: substance === '' ? [] : [allergyTo(substance, { reaction })],
  });
  const weeks = Number(facts.get('weeks') ?? 0);
  const patient: SafetyPatient = {
    ...input.patient,
    ageMonths: Number(facts.get('age') ?? 40) * 12,
    sex: facts.get('sex') === 'f' ? 'female' : 'male',
    egfr: Number(facts.get('egfr') ?? 95),
    pregnancy: weeks > 0 ? 'pregnant' : 'not-pregnant',
    trimester: weeks === 0 ? null : weeks < 14 ? 1 : weeks < 28 ? 2 : 3,
    lactation: facts.has('feeding') ? 'breast-feeding' : 'not-breast-feeding',
  };
  return { ...input, patient };
}
