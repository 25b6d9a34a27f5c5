import type { FastifyInstance } from 'fastify';
import { readDiagnoses, saveDiagnoses } from '@yunzhen/shared/chart/chart.contract';
import { listDoctors, readConsentText } from '@yunzhen/shared/directory/directory.contract';
import { claimPrescription, dispense } from '@yunzhen/shared/dispensing/dispensing.contract';
import {
  openIntakeDraft,
  readIntakePicture,
  saveIntakeDraft,
  uploadIntakePicture,
} from '@yunzhen/shared/intake/intake.contract';
import { evidenceQuestion } from '@yunzhen/shared/intake/intake.constants';
import { readVisitBasis, stateVisitBasis } from '@yunzhen/shared/chart/visit-basis.contract';
import { readNote, saveNote, signNote } from '@yunzhen/shared/chart/notes.contract';
import {
  createPrescription,
  listPrescriptions,
  savePrescription,
  signPrescription,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { approveReview, listReviews, startReview } from '@yunzhen/shared/review/review.contract';
import { stateCircumstances } from '@yunzhen/shared/prescribing/rules.contract';
import { answerDangerPage, readDangerPage } from '@yunzhen/shared/visits/danger-page.contract';
import { admitVisit, checkIn, completeVisit, createVisit } from '@yunzhen/shared/visits/visits.contract';
import { intakeCatalogue } from '@yunzhen/shared/intake/forms/form-catalogue';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { localized, type LocalizedText } from '@yunzhen/shared/core/locale';
import { checklistMatches } from '@yunzhen/shared/review/review-checklist';
import { codeContext } from '../api/signing/index.ts';
import { systemContext } from '../platform/context.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import type { Logger } from '../platform/logging/logger.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import { diagnosisPage } from './diagnosis-page.ts';
import { DemoClient } from './demo-client.ts';
import type { DemoHospital } from './demo-plan.ts';
import { demoPassword } from './found-hospital.ts';
import { firstVisits, type FirstVisit } from './first-visits.ts';
import { wuzhen } from './hospitals/wuzhen.ts';

/** The age of the evidence that the demo patient uploads. */
const daysSinceDiagnosis = 70;

interface Options {
  server: FastifyInstance;
  transactions: Transactions;
  keys: KeyEncryption;
  log: Logger;
}

/**
 * Creates three prescriptions of the sign-in page’s patient, each up to a different state: used, approved, waiting with an alert. Every step uses the
 * pages’ routes, so that everything is signed, sealed and recorded as usual. Done once.
 */
async function writeFirstPrescriptions(plan: DemoHospital, options: Options): Promise<number> {
  const as = (role: string) => {
    const email = plan.signIns.find((person) => person.role === role)?.email ?? '';
    return DemoClient.signedIn(options.server, plan.slug, email, demoPassword);
  };
  const patient = await as('patient');
  if ((await patient.call(listPrescriptions)).items.length > 0) return 0;
  const [doctor, pharmacist, dispenser] = await Promise.all([as('doctor'), as('pharmacist'), as('dispenser')]);
  for (const visit of firstVisits) {
    const prescriptionId = await prescribed(plan, visit, patient, doctor);
    if (visit.ends === 'waiting') continue;
    await approve(pharmacist, prescriptionId);
    if (visit.ends === 'used') await handOut(dispenser, prescriptionId, await secretOf(prescriptionId, options));
  }
  return firstVisits.length;
}

/** Does the same for the first demo hospital; a failure does not fail the start. */
export async function tryFirstPrescriptions(options: Options): Promise<void> {
  try {
    const prescriptions = await writeFirstPrescriptions(wuzhen, options);
    options.log.info({ hospital: wuzhen.slug, prescriptions }, 'demo prescriptions created');
  } catch (error) {
    options.log.warn({ err: error }, 'demo prescriptions could not be created');
  }
}

/** Completes the visit from the waiting room to its end, with the signed prescription. */
async function prescribed(
  plan: DemoHospital,
  story: FirstVisit,
  patient: DemoClient,
  doctor: DemoClient,
): Promise<string> {
  const say = (text: LocalizedText) => localized(text, plan.locale);
  const name = plan.signIns.find(({ role }) => role === 'doctor')?.nameLatin ?? '';
  const [seen] = (await patient.call(listDoctors, { query: { q: name } })).items;
  const complaint = say(story.complaint);
  const body = { departmentId: seen?.departmentIds[0] ?? '', doctorId: seen?.id ?? '', complaint };
  const { id: visitId } = await patient.call(createVisit, { body });
  const params = { visitId };
  await answerAndCheckIn(plan, story, patient, { visitId, complaint });
  await doctor.call(admitVisit, { params });
  const diagnoses = await doctor.call(readDiagnoses, { params });
  const diagnosis = { code: story.code, title: { en: '', zh: '' }, primary: true, certainty: 'confirmed' as const };
  await doctor.call(saveDiagnoses, { params, version: diagnoses.version, body: { items: [diagnosis] } });
  await stateFollowUp(doctor, visitId, story.code);
  const id = await signed(story, doctor, visitId);
  const note = await doctor.call(readNote, { params });
  const written = await doctor.call(saveNote, {
    params,
    version: note.version,
    body: { subjective: complaint, objective: '', assessment: say(story.assessment), plan: say(story.plan) },
  });
  await doctor.call(signNote, { params, version: written.version });
  await doctor.call(completeVisit, { params, body: { summary: say(story.plan) } });
  return id;
}

/** Answers the questions before the visit, and checks the patient in. */
async function answerAndCheckIn(
  plan: DemoHospital,
  story: FirstVisit,
  patient: DemoClient,
  { visitId, complaint }: { visitId: string; complaint: string },
): Promise<void> {
  const say = (text: LocalizedText) => localized(text, plan.locale);
  const { version } = await patient.call(readConsentText, { query: { locale: plan.locale } });
  const consent = { version, locale: plan.locale };
  const { page, shown } = await patient.call(readDangerPage, { query: { visitId } });
  await patient.call(answerDangerPage, { body: { about: { visitId }, page, shown, answer: 'none' } });
  const draft = await patient.call(openIntakeDraft, { body: { visitId } });
  const picture = { draftId: draft.id, pictureId: newId() };
  const query = { question: evidenceQuestion };
  await patient.upload(uploadIntakePicture, { params: picture, query }, await diagnosisPage());
  const institution = localized({ en: 'Tongxiang First People’s Hospital', zh: '桐乡市第一人民医院' }, plan.locale);
  const diagnosedOn = shiftDay(dayIn(plan.timeZone, new Date()), -daysSinceDiagnosis);
  const priorEvidence = { source: 'outside' as const, institution, diagnosedOn };
  const { form, answers, tried } = story.intake;
  const answered = await patient.call(saveIntakeDraft, {
    params: { draftId: draft.id },
    version: draft.version,
    body: {
      step: 'device',
      question: null,
      duration: 'weeks',
      consent,
      dismissedFlags: [],
      form: { id: form, version: intakeCatalogue.now(form).version },
      answers: { ...answers, tried: say(tried) },
      priorDiagnosis: 'yes',
      priorDiagnosisDetail: say(story.prior),
      priorEvidence: { ...priorEvidence, visitId: null },
    },
  });
  await patient.call(checkIn, {
    params: { visitId },
    body: {
      consent,
      draftVersion: answered.version,
      intake: {
        complaint,
        duration: 'weeks',
        priorDiagnosis: 'yes',
        priorDiagnosisDetail: say(story.prior),
        priorEvidence,
        allergiesConfirmed: true,
        medicinesConfirmed: true,
      },
      deviceCheck: 'skipped',
    },
  });
}

/** Opens the evidence and states what the visit follows up. */
async function stateFollowUp(doctor: DemoClient, visitId: string, code: string): Promise<void> {
  const params = { visitId };
  const { version, evidence } = await doctor.call(readVisitBasis, { params });
  const [given] = evidence;
  for (const pictureId of given?.pages ?? []) await doctor.open(readIntakePicture, { params: { visitId, pictureId } });
  const conditions = [{ code, evidenceId: given?.id ?? '' }];
  await doctor.call(stateVisitBasis, { params, version, body: { verdict: 'follow-up', conditions } });
}

async function signed({ item, reason }: FirstVisit, doctor: DemoClient, visitId: string): Promise<string> {
  const draft = await doctor.call(createPrescription, { params: { visitId } });
  const params = { prescriptionId: draft.id };
  await doctor.call(stateCircumstances, { params, body: { guardian: null, emergency: false, validDays: 3 } });
  const items = [{ id: newId(), ...item }];
  const saved = await doctor.call(savePrescription, { params, version: draft.version, body: { items } });
  const acknowledgements = (saved.safety?.issues ?? []).map((issue) => ({ issueId: issue.id, reason }));
  await doctor.call(signPrescription, { params, version: saved.version, body: { acknowledgements } });
  return draft.id;
}

async function approve(pharmacist: DemoClient, prescriptionId: string): Promise<void> {
  const { items } = await pharmacist.call(listReviews, { query: { limit: 100 } });
  const params = { reviewId: items.find(({ prescription }) => prescription.id === prescriptionId)?.id ?? '' };
  await pharmacist.call(startReview, { params });
  await pharmacist.call(approveReview, { params, body: { checklist: [...checklistMatches] } });
}

async function handOut(dispenser: DemoClient, prescriptionId: string, secret: string): Promise<void> {
  const claim = await dispenser.call(claimPrescription, { body: { prescriptionId, secret } });
  const lines = claim.lines.map(({ item, remaining }) => ({
    itemId: item.id,
    quantity: remaining,
    batch: 'B2410',
    expires: `${new Date().getFullYear() + 2}-06`,
  }));
  const body = { id: newId(), identityCheck: 'identity-number' as const, lines };
  await dispenser.call(dispense, { params: { claimId: claim.id }, body });
}

/** Returns the secret that the patient’s paper would show. */
async function secretOf(prescriptionId: string, { transactions, keys }: Options): Promise<string> {
  for (const hospitalId of await transactions.hospitals()) {
    const [found] = await transactions.run(systemContext(hospitalId, 'demo'), (tx) =>
      tx.query<{ sealed: string }>('SELECT secret_sealed AS sealed FROM prescription WHERE id = $1', [prescriptionId]),
    );
    if (found) return (await keys.open(found.sealed, codeContext('prescription', prescriptionId))).toString();
  }
  throw new Error('prescription is missing after it was signed');
}
