import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { addAllergy, addCondition, addMedicationStatement } from '../../shared/src/chart/chart.contract.ts';
import { addObservation, addPregnancyStatement } from '../../shared/src/chart/observations.contract.ts';
import type { BodyInputOf } from '../../shared/src/core/route.ts';
import type { OverrideReason } from '../../shared/src/prescribing/prescribing.constants.ts';
import {
  readPrescription,
  signPrescription,
  type Prescription,
  type PrescriptionItemInput,
} from '../../shared/src/prescribing/prescribing.contract.ts';
import { Clinic, line } from './clinic.ts';
import type { TestApi } from './test-api.ts';

type Observed = Pick<BodyInputOf<typeof addObservation>, 'kind' | 'value' | 'unit'>;
type Patient = Awaited<ReturnType<Clinic['factory']['patient']>>;

/** What the chart of a patient says before the doctor prescribes. */
export interface Known {
  readonly sex?: 'female' | 'male';
  /** Completed months; 46 years where it does not matter. */
  readonly ageMonths?: number;
  readonly measured?: readonly (Observed & { readonly daysAgo?: number })[];
  readonly pregnancy?: BodyInputOf<typeof addPregnancyStatement>;
  readonly conditions?: readonly BodyInputOf<typeof addCondition>[];
  readonly medicines?: readonly string[];
  readonly allergies?: readonly BodyInputOf<typeof addAllergy>[];
}

/** What two attempts to sign were answered, and the alerts of which the record has a reason. */
interface Signing {
  readonly bare: string;
  readonly reasoned: string;
  readonly signed: boolean;
  readonly kept: readonly string[];
}

export const egfr = (value: string, daysAgo = 1) =>
  ({ kind: 'egfr', value, unit: 'mL/min/{1.73_m2}', daysAgo }) as const;
export const weight = (value: string, daysAgo = 1) => ({ kind: 'body-weight', value, unit: 'kg', daysAgo }) as const;

/** A hospital whose doctor prescribes for patients of whom the charts know something, and signs or tries to. */
export class PrescribingScene {
  readonly #test: TestApi;
  readonly clinic: Clinic;

  private constructor(test: TestApi, clinic: Clinic) {
    this.#test = test;
    this.clinic = clinic;
  }

  close(): Promise<void> {
    return this.#test.close();
  }

  /** Under the general rules, as those of China reject many medicines online before their doses are checked. */
  static async open(test: TestApi): Promise<PrescribingScene> {
    return new PrescribingScene(test, await Clinic.open(test, 'DE', 'Europe/Berlin'));
  }

  /** Creates a patient whose chart says this. */
  async patient({ sex = 'male', ageMonths = 46 * 12, ...known }: Known): Promise<Patient> {
    const { factory, hospital } = this.clinic;
    const patient = await factory.patient(hospital, '李伟', this.#birthDate(ageMonths), false);
    await this.#test.database.admin.query('UPDATE patient SET sex = $2 WHERE id = $1', [patient.patientId, sex]);
    await factory.verify(patient.patientId);
    await this.state(patient, known);
    return patient;
  }

  /** Adds entries to the chart as the patient does. */
  async state(patient: Patient, known: Omit<Known, 'sex' | 'ageMonths'>): Promise<void> {
    const { measured = [], pregnancy, conditions = [], medicines = [], allergies = [] } = known;
    const params = { patientId: patient.patientId };
    for (const { daysAgo = 1, ...body } of measured) {
      const measuredAt = new Date(this.#test.clock.now().getTime() - daysAgo * DAY_MS).toISOString();
      await patient.client.ok(addObservation, { params, body: { ...body, measuredAt, sure: true } });
    }
    if (pregnancy) await patient.client.ok(addPregnancyStatement, { params, body: pregnancy });
    for (const body of conditions) await patient.client.ok(addCondition, { params, body });
    for (const text of medicines) await patient.client.ok(addMedicationStatement, { params, body: { text } });
    for (const body of allergies) await patient.client.ok(addAllergy, { params, body });
  }

  /** Returns a saved draft of these lines in a visit with a diagnosis. */
  async draftFor(patient: Patient, ...lines: Partial<PrescriptionItemInput>[]): Promise<Prescription> {
    const visit = await this.clinic.admitted(patient);
    await this.clinic.diagnosed(visit);
    const quantityOf = ({ dose }: Partial<PrescriptionItemInput>) =>
      ({ value: '9', unit: dose?.unit ?? 'tablet', manual: true }) as const;
    return this.clinic.drafted(
      visit,
      lines.map((over) => line({ quantity: quantityOf(over), ...over })),
    );
  }

  async draft(known: Known, ...lines: Partial<PrescriptionItemInput>[]): Promise<Prescription> {
    return this.draftFor(await this.patient(known), ...lines);
  }

  /** Signs with one reason for every alert, or without any. */
  sign({ id, version, safety }: Prescription, reason?: Exclude<OverrideReason, 'other'>) {
    const issues = reason === undefined ? [] : (safety?.issues ?? []);
    return this.clinic.doctor.client.call(signPrescription, {
      params: { prescriptionId: id },
      version,
      body: { acknowledgements: issues.map((issue) => ({ issueId: issue.id, reason: reason ?? 'will-monitor' })) },
    });
  }

  read({ id }: Prescription): Promise<Prescription> {
    return this.clinic.doctor.client.ok(readPrescription, { params: { prescriptionId: id } });
  }

  /** Signs without a reason, then with one for every alert. Returns both answers and what is on record afterwards. */
  async signTwice(draft: Prescription): Promise<Signing> {
    const bare = answerOf(await this.sign(draft));
    const reasoned = bare === 'signed' ? 'signed' : answerOf(await this.sign(draft, 'will-monitor'));
    const { signedAt, acknowledgements } = await this.read(draft);
    const kept = acknowledgements.filter(({ reason }) => reason === 'will-monitor').map(({ issueId }) => issueId);
    return { bare, reasoned, signed: signedAt !== null, kept: kept.toSorted() };
  }

  #birthDate(ageMonths: number): string {
    const now = this.#test.clock.now();
    // Ten days into a month of life, so that no test runs into the next.
    const born = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ageMonths, now.getUTCDate() - 10));
    return born.toISOString().slice(0, 10);
  }
}

function answerOf({
  status,
  problem,
}: {
  readonly status: number;
  readonly problem: { readonly code: string };
}): string {
  return status === 200 ? 'signed' : problem.code;
}

/** How a draft with an alert that can't be overridden is answered. */
export const BLOCKED: Signing = {
  bare: 'prescription.issue-not-overridable',
  reasoned: 'prescription.issue-not-overridable',
  signed: false,
  kept: [],
};

/** Returns how a draft is answered that needs a reason for each of its alerts. */
export function reasonNeeded({ safety }: Prescription): Signing {
  const kept = (safety?.issues ?? []).map(({ id }) => id).toSorted();
  return { bare: 'prescription.issue-unacknowledged', reasoned: 'signed', signed: true, kept };
}

/** How a draft without alerts, or with minor ones only, is answered. */
export const SIGNED: Signing = { bare: 'signed', reasoned: 'signed', signed: true, kept: [] };

/** Returns the alerts whose ids begin so, as severity and id without the line. */
export function alerts({ safety }: Prescription, beginning: string): string[] {
  return (safety?.issues ?? [])
    .filter(({ id }) => id.startsWith(beginning))
    .map(({ severity, id }) => `${severity} ${id.split(':').slice(0, 3).join(':')}`);
}

/** Returns why a check was not done. */
export function unchecked({ safety }: Prescription, check: string): string[] {
  return (safety?.notChecked ?? []).filter((one) => one.check === check).map(({ reason }) => reason.en);
}
