import { checkIn, createVisit, admitVisit, type Visit } from '../../shared/src/visits/visits.contract.ts';
import { readDiagnoses, saveDiagnoses } from '../../shared/src/chart/chart.contract.ts';
import {
  createPrescription,
  savePrescription,
  signPrescription,
  type Prescription,
  type PrescriptionItemInput,
} from '../../shared/src/prescribing/prescribing.contract.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { CredentialFactory } from './credentials.ts';
import { answerDangers } from './danger-page.ts';
import { Factory, type TestHospital, type TestPerson } from './factories.ts';
import { statedFollowUp } from './visit-basis.ts';
import type { TestGround } from './test-api.ts';

type Doctor = TestPerson & { practitionerId: string };
type Patient = TestPerson & { patientId: string };

/** A hospital with practitioners who can sign, and the steps of a visit as the pages perform them. */
export class Clinic {
  readonly #db: TestGround['database']['admin'];
  readonly factory: Factory;
  readonly credentials: CredentialFactory;
  readonly hospital: TestHospital;
  readonly doctor: Doctor;
  readonly pharmacist: Doctor;

  private constructor(
    db: TestGround['database']['admin'],
    factory: Factory,
    credentials: CredentialFactory,
    hospital: TestHospital,
    doctor: Doctor,
    pharmacist: Doctor,
  ) {
    this.#db = db;
    this.factory = factory;
    this.credentials = credentials;
    this.hospital = hospital;
    this.doctor = doctor;
    this.pharmacist = pharmacist;
  }

  static async open(
    test: TestGround,
    jurisdiction = 'CN',
    timeZone = 'Asia/Shanghai',
    credentials = new CredentialFactory(test),
  ): Promise<Clinic> {
    const factory = new Factory(test);
    const hospital = await factory.hospital(jurisdiction, timeZone);
    const doctor = await factory.doctor(hospital);
    const pharmacist = await factory.pharmacist(hospital);
    await credentials.practitioner(hospital.id, doctor.practitionerId, '王芳');
    await credentials.practitioner(hospital.id, pharmacist.practitionerId, '陈静');
    return new Clinic(test.database.admin, factory, credentials, hospital, doctor, pharmacist);
  }

  /** Returns a visit of the patient that the doctor has admitted. */
  async admitted(patient: Patient, priorDiagnosis: 'yes' | 'no' = 'yes'): Promise<Visit> {
    const visit = await patient.client.ok(createVisit, {
      body: {
        departmentId: this.hospital.departmentId,
        doctorId: this.doctor.practitionerId,
        complaint: 'Sore throat, as last year',
      },
    });
    const params = { visitId: visit.id };
    await answerDangers(patient.client, params);
    await patient.client.ok(checkIn, {
      params,
      body: {
        consent: { version: '2026-1', locale: 'zh-CN' },
        intake: {
          complaint: 'Sore throat, as last year',
          duration: 'days',
          priorDiagnosis,
          priorDiagnosisDetail: 'Tonsillitis 2025',
          allergiesConfirmed: true,
          medicinesConfirmed: true,
        },
        deviceCheck: 'skipped',
      },
    });
    return this.doctor.client.ok(admitVisit, { params });
  }

  /** Stores a diagnosis that the visit follows up, unless it is a first visit. */
  async diagnosed(visit: Visit, code = 'J03.9', { firstVisit = false } = {}): Promise<void> {
    const params = { visitId: visit.id };
    const { version } = await this.doctor.client.ok(readDiagnoses, { params });
    await this.doctor.client.ok(saveDiagnoses, {
      params,
      version,
      body: { items: [{ code, title: { en: '', zh: '' }, primary: true, certainty: 'confirmed' }] },
    });
    if (!firstVisit) await statedFollowUp(this.#db, visit.id, code);
  }

  /** Returns a saved draft, by default with one line. */
  async drafted(visit: Pick<Visit, 'id'>, items: PrescriptionItemInput[] = [line()]): Promise<Prescription> {
    const draft = await this.doctor.client.ok(createPrescription, { params: { visitId: visit.id } });
    return this.doctor.client.ok(savePrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: { items },
    });
  }

  /** Returns a signed prescription of a new visit of the patient. */
  async signed(patient: Patient, items?: PrescriptionItemInput[]): Promise<Prescription> {
    const visit = await this.admitted(patient);
    await this.diagnosed(visit);
    const draft = await this.drafted(visit, items);
    return this.doctor.client.ok(signPrescription, {
      params: { prescriptionId: draft.id },
      version: draft.version,
      body: {
        acknowledgements: (draft.safety?.issues ?? []).map((issue) => ({
          issueId: issue.id,
          reason: 'benefit-outweighs-risk' as const,
        })),
      },
    });
  }
}

/** Returns one line of paracetamol that no check objects to. */
export function line(over: Partial<PrescriptionItemInput> = {}): PrescriptionItemInput {
  return {
    id: newId(),
    productId: 'paracetamol-500mg-tablet',
    dose: { value: '1', unit: 'tablet' },
    route: 'oral',
    timing: { frequency: 3, period: 1, periodUnit: 'd', when: 'after-meal' },
    durationDays: 3,
    asNeeded: null,
    quantity: { value: '9', unit: 'tablet', manual: false },
    note: '',
    substitutionAllowed: true,
    ...over,
  };
}
