import type { SafetyFacts } from '@yunzhen/shared/chart/observations.contract';
import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import type { Formulary } from '../../catalogues/index.ts';
import { stillTaken, supplyDaysOf } from '../active-medicines.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import type { ReleasedRules } from './knowledge/released-knowledge.ts';
import type { SafetyThreads } from './threads/safety-threads.ts';
import { notCheckedAll } from './check.ts';
import { patientFactsOf } from './patient-facts.ts';
import type { ActiveMedicine, SafetyInput } from './safety-input.ts';

/** The facts of the chart that the checks need. */
export interface PatientFacts {
  patient: { birthDate: string; sex: Sex; identityVerifiedAt: string | null };
  allergies: {
    id: string;
    substance: string;
    substanceCode: string | null;
    reaction: string;
    severity: 'mild' | 'moderate' | 'severe' | 'unknown';
  }[];
  allergiesStated: boolean;
  conditions: { code: string | null; title: LocalizedText; resolvedAt: string | null }[];
  medicines: { id: string; productId: string | null; text: string; dosage: string }[];
  safetyFacts: SafetyFacts;
}

/** The input of a run: the prescription, the chart facts, other active prescriptions, and the formulary of the hospital. */
export interface RunOn {
  readonly prescription: PrescriptionRow;
  readonly facts: PatientFacts;
  readonly others: readonly PrescriptionRow[];
  readonly medicinesStated: boolean;
  readonly formulary: Formulary;
  readonly rules: RulesInUse;
  readonly jurisdiction: string;
}

/** The hospital’s rules: its active release, null for those that ship with the program, or why the active release cannot be used. */
export interface RulesInUse {
  readonly release: Pick<ReleasedRules, 'id' | 'number' | 'sha256'> | null;
  readonly rules: ReleasedRules | null;
  readonly problem: LocalizedText | null;
}

/**
 * Runs every safety check on a prescription in bounded time. Any failure produces a report that says "not checked", never an empty report or a failed
 * save.
 */
export class SafetyRun {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #threads: Pick<SafetyThreads, 'check' | 'warm'>;
  constructor(clock: Clock, log: Logger, threads: Pick<SafetyThreads, 'check' | 'warm'>) {
    this.#clock = clock;
    this.#log = log;
    this.#threads = threads;
  }

  /** Prepares for a draft that will be checked soon. */
  warm(): void {
    this.#threads.warm();
  }

  async run(on: RunOn): Promise<SafetyReport> {
    const { prescription, rules } = on;
    const at = this.#clock.now();
    const about = { checkedAt: at.toISOString(), release: namedRelease(rules) };
    const itemIds = prescription.items.map((item) => item.id);
    if (rules.problem) return { ...about, ...notCheckedAll(rules.problem, itemIds) };
    try {
      return { ...about, ...(await this.#threads.check(this.#inputOf(on, at))) };
    } catch (error) {
      this.#log.error({ prescriptionId: prescription.id, err: error }, 'safety checks failed');
      const reason = {
        en: 'The safety checks could not run. Treat this prescription as not checked.',
        zh: '安全检查无法运行，请将本处方视为未检查。',
      };
      return { ...about, ...notCheckedAll(reason, itemIds) };
    }
  }

  #inputOf(
    { prescription, facts, others, medicinesStated, formulary, rules, jurisdiction }: RunOn,
    at: Date,
  ): SafetyInput {
    const conditions = facts.conditions.filter(({ resolvedAt }) => resolvedAt === null);
    return {
      items: prescription.items,
      activeMedicines: [
        ...others.flatMap((other) => runningOf(other, prescription, at)),
        ...facts.medicines.map(({ id, productId, text }) => ({
          id,
          productId,
          text,
          origin: 'stated' as const,
          prescribedAt: null,
        })),
      ],
      medicinesStated,
      allergies: facts.allergies.map(({ id, substance, substanceCode, severity, reaction }) => ({
        id,
        substance,
        substanceCode,
        severity,
        reaction,
      })),
      allergiesStated: facts.allergiesStated,
      conditionCodes: [
        ...conditions.flatMap(({ code }) => code ?? []),
        ...prescription.diagnoses.map(({ code }) => code),
      ],
      conditionTitles: Object.fromEntries([
        ...conditions.flatMap(({ code, title }) => (code === null ? [] : [[code, title] as const])),
        ...prescription.diagnoses.map(({ code, title }) => [code, title] as const),
      ]),
      uncodedConditions: conditions.flatMap(({ code, title }) => (code === null ? title : [])),
      patient: {
        ageMonths: monthsSince(facts.patient.birthDate, at),
        sex: facts.patient.sex,
        ...patientFactsOf(facts.safetyFacts, at),
      },
      catalogue: formulary,
      release: rules.rules,
      jurisdiction,
    };
  }
}

/** Returns what the patient may still take of another prescription. */
function runningOf(other: PrescriptionRow, draft: PrescriptionRow, at: Date): ActiveMedicine[] {
  return stillTaken(other, at).map((item) => {
    const daysLeft = supplyDaysOf(other, item, at);
    const samePrescriber = other.practitionerId === draft.practitionerId;
    const supply = daysLeft === null ? undefined : { daysLeft, courseDays: item.durationDays, samePrescriber };
    return {
      id: item.id,
      origin: 'prescription',
      productId: item.productId,
      text: item.productName.en,
      prescribedAt: other.signedAt?.toISOString() ?? null,
      course: item,
      ...(supply && { supply }),
    };
  });
}

/** Names the release in a report and in what is signed; the digest decides, the number is for people. */
function namedRelease({ release }: RulesInUse): SafetyReport['release'] {
  return release && { id: release.id, number: release.number, sha256: release.sha256 };
}

/** Returns the completed months of life. */
function monthsSince(birthDate: string, at: Date): number {
  const birth = new Date(`${birthDate}T00:00:00Z`);
  const months = (at.getUTCFullYear() - birth.getUTCFullYear()) * 12 + at.getUTCMonth() - birth.getUTCMonth();
  return Math.max(0, months - (at.getUTCDate() < birth.getUTCDate() ? 1 : 0));
}
