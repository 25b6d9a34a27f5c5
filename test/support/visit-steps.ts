import { admitVisit, checkIn, createVisit, type Intake, type Visit } from '../../shared/src/visits/visits.contract.ts';
import { answerDangers } from './danger-page.ts';
import type { TestHospital, TestPerson } from './factories.ts';

export const intake: Intake = {
  complaint: '咳嗽三天 · cough for three days',
  duration: 'days',
  priorDiagnosis: 'yes',
  priorDiagnosisDetail: '',
  allergiesConfirmed: true,
  medicinesConfirmed: true,
};

export const checkInBody = {
  consent: { version: '2026-1', locale: 'zh-CN' as const },
  intake,
  deviceCheck: 'passed' as const,
};

type Doctor = TestPerson & { practitionerId: string };

/** Returns a requested visit, with "none of these" on the page of danger signs. */
export async function plannedVisit(hospital: TestHospital, patient: TestPerson, doctor: Doctor): Promise<Visit> {
  const visit = await patient.client.ok(createVisit, {
    body: { departmentId: hospital.departmentId, doctorId: doctor.practitionerId, complaint: '咳嗽' },
  });
  await answerDangers(patient.client, { visitId: visit.id });
  return visit;
}

/** Returns a visit whose patient is in the waiting room. */
export async function waitingVisit(hospital: TestHospital, patient: TestPerson, doctor: Doctor): Promise<Visit> {
  const { id } = await plannedVisit(hospital, patient, doctor);
  return patient.client.ok(checkIn, { params: { visitId: id }, body: checkInBody });
}

/** Returns a visit in progress. */
export async function admittedVisit(hospital: TestHospital, patient: TestPerson, doctor: Doctor): Promise<Visit> {
  const { id } = await waitingVisit(hospital, patient, doctor);
  return doctor.client.ok(admitVisit, { params: { visitId: id } });
}
