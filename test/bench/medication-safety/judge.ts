import type { Timing } from '../../../shared/src/prescribing/dose/timing.ts';
import { loadKnowledgeBase } from '../../../server/src/api/prescribing/safety/knowledge/knowledge-base.ts';
import { checkSafety } from '../../../server/src/api/prescribing/safety/testing/check-safety.ts';
import {
  allergyTo,
  draftItem,
  safetyCase,
  taking,
} from '../../../server/src/api/prescribing/safety/testing/safety-case.ts';
import type { DraftItem, SafetyInput, SafetyPatient } from '../../../server/src/api/prescribing/safety/safety-input.ts';
import { severities, type Severity } from '../../../server/src/api/prescribing/safety/severity.ts';
import { readCorpus } from '../corpus.ts';

const columns = ['id', 'class', 'prescribed', 'patient', 'allergies', 'medicines', 'expected', 'check', 'why'] as const;
type Row = ReturnType<typeof readCorpus<(typeof columns)[number]>>[number];

export interface Judged {
  readonly row: Row;
  /** An alert from moderate severity on that counts for the case; of `not-checked` a report of what was not checked. */
  readonly raised: boolean;
  /** Whether the gravest is as grave as expected; of a quiet case whether nothing was raised. */
  readonly right: boolean;
  readonly said: readonly string[];
}

const rank = (severity: Severity) => severities.indexOf(severity);

/** Runs every case through all checks. */
export function judgeCases(): Judged[] {
  return readCorpus('medication-safety/cases.tsv', columns).map((row) => {
    const { issues, notChecked } = checkSafety(inputOf(row), loadKnowledgeBase());
    const counted = issues.filter(
      ({ check, severity }) =>
        rank(severity) >= rank('moderate') && (row.check === '' || row.check.split('/').includes(check)),
    );
    const missing = notChecked.filter(({ check }) => row.check === '' || row.check === check);
    const said = [
      ...issues.map(({ id, severity }) => `${severity} ${id}`),
      ...missing.map(({ check, reason }) => `not checked, ${check}: ${reason.en}`),
    ];
    if (row.expected === 'not-checked') return { row, raised: missing.length > 0, right: missing.length > 0, said };
    if (row.expected === 'quiet') return { row, raised: counted.length > 0, right: counted.length === 0, said };
    const least = severities.find((one) => one === row.expected);
    if (!least) throw new Error(`${row.id}: ${row.expected} is no expectation`);
    const right = counted.some(({ severity }) => rank(severity) >= rank(least));
    return { row, raised: counted.length > 0, right, said };
  });
}

function inputOf(row: Row): SafetyInput {
  const facts = new Map<string, string | undefined>(
    row.patient.split(' ').flatMap((one) => {
      const [name = '', value] = one.split('=');
      return name === '' ? [] : [[name, value] as const];
    }),
  );
  const codes = facts.get('conditions');
  const input = safetyCase({
    items: row.prescribed.split(' + ').map(itemOf),
    conditionCodes: codes ? codes.split(',') : [],
    allergies: row.allergies === '' ? [] : [allergyTo(row.allergies)],
    activeMedicines: row.medicines === '' ? [] : [taking(row.medicines)],
    ...(facts.has('in') ? { jurisdiction: facts.get('in') ?? '' } : {}),
  });
  return { ...input, patient: patientOf(facts, input.patient) };
}

function patientOf(facts: ReadonlyMap<string, string | undefined>, healthy: SafetyPatient): SafetyPatient {
  const [, age = '40', months] = /^(\d+)(m?)$/.exec(facts.get('age') ?? '') ?? [];
  const weeks = Number(facts.get('weeks') ?? 0);
  const egfr = facts.get('egfr') ?? '95';
  return {
    ...healthy,
    ageMonths: Number(age) * (months ? 1 : 12),
    sex: facts.get('sex') === 'f' ? 'female' : 'male',
    weightKg: facts.get('kg') ?? '70',
    egfr: egfr === '?' ? null : Number(egfr),
    pregnancy: weeks > 0 ? 'pregnant' : 'not-pregnant',
    trimester: weeks === 0 ? null : weeks < 14 ? 1 : weeks < 28 ? 2 : 3,
    lactation: facts.has('feeding') ? 'breast-feeding' : 'not-breast-feeding',
  };
}

/** Converts "ibuprofen-200mg-tablet, 400 mg, prn 3/1d, 5" to a line. */
function itemOf(text: string): DraftItem {
  const [product = '', dose = '', often = '', days = ''] = text.split(', ');
  const [value = '', unit = ''] = dose.split(' ');
  const [, asNeeded, frequency, period, periodUnit] = /^(prn )?(\d+)\/(\d+)(h|d|wk)$/.exec(often) ?? [];
  if (!periodUnit) throw new Error(`${text}: how often?`);
  const timing: Timing = {
    frequency: Number(frequency),
    period: Number(period),
    periodUnit: periodUnit as Timing['periodUnit'],
    when: null,
  };
  return draftItem(product, {
    dose: { value, unit: unit === 'iu' ? '[iU]' : unit },
    timing,
    durationDays: Number(days),
    asNeeded: asNeeded ? { reason: 'fever', maxPerDay: Number(frequency), minHoursBetween: 4 } : null,
  });
}
