import { readChart, readDiagnoses, saveDiagnoses } from '@yunzhen/shared/chart/chart.contract';
import { readNote, saveNote, signNote } from '@yunzhen/shared/chart/notes.contract';
import { readTimeline } from '@yunzhen/shared/chart/timeline.contract';
import { listMessages, sendMessage } from '@yunzhen/shared/chat/chat.contract';
import {
  listVisitPrescriptions,
  readPrescription,
  signPrescription,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { checklistMatches } from '@yunzhen/shared/review/review-checklist';
import { approveReview, listReviews, readReview, startReview } from '@yunzhen/shared/review/review.contract';
import {
  admitVisit,
  completeVisit,
  listVisits,
  readQueue,
  readVisit,
  readWaiting,
  type Visit,
} from '@yunzhen/shared/visits/visits.contract';
import type { CallEvent } from '../../../server/src/platform/nodes/node-api.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { callEvent, placeOn, qualitySample, type NodeVoice } from '../../integration/calls/media-nodes.ts';
import type { Clinic } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import type { TestGround } from '../../support/test-api.ts';
import { statedFollowUp } from '../../support/visit-basis.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

/** A page reports its connection this often, with three samples. */
const reportSeconds = 15;
const sampleSeconds = 5;
const messages = 6;
/** How often the queue and a waiting patient's place are read during a wait. */
const looks = 8;

interface Place {
  readonly ground: TestGround;
  readonly clinic: Clinic;
  readonly node: NodeVoice;
}

/**
 * One visit with everything that it stores: a wait, a call with reports of both sides, a chat, a note, a diagnosis, and a prescription that is signed and
 * approved. Reads are those of the pages, once each, and of lists that are read again while one waits.
 */
export async function storedVisit(
  { ground, clinic, node }: Place,
  patient: TestPerson & { patientId: string },
  callMinutes: number,
): Promise<void> {
  const { hospital, doctor } = clinic;
  await patient.client.ok(listVisits);
  const visit = await waitingVisit(hospital, patient, doctor);
  const params = { visitId: visit.id };
  for (let n = 0; n < looks; n += 1) {
    await patient.client.ok(readWaiting, { params });
    await doctor.client.ok(readQueue);
  }
  await doctor.client.ok(admitVisit, { params });
  await talk({ ground, node }, { hospitalId: hospital.id, id: visit.id }, [patient, doctor], callMinutes);
  for (const person of [patient, doctor]) await person.client.ok(readVisit, { params });
  for (let n = 0; n < messages; n += 1) {
    const writer = n % 2 === 0 ? patient : doctor;
    const text = 'The cough is worse at night and when I lie down.';
    await writer.client.ok(sendMessage, { params: { ...params, messageId: newId() }, body: { text } });
    for (const reader of [patient, doctor]) await reader.client.ok(listMessages, { params });
  }
  await document(ground, clinic, visit, patient);
  await prescribe(clinic, visit);
  await doctor.client.ok(completeVisit, { params, body: {} });
}

/** Reports a call as its node does, in fewer deliveries. */
async function talk(
  { ground, node }: Pick<Place, 'ground' | 'node'>,
  call: { hospitalId: string; id: string },
  people: readonly TestPerson[],
  minutes: number,
) {
  await placeOn(ground, call, node.id);
  const begun = ground.clock.now().getTime();
  const at = (seconds: number) => new Date(begun + seconds * 1000).toISOString();
  const sides = people.map(({ accountId }, place) => ({
    participantId: accountId,
    role: place === 0 ? ('patient' as const) : ('doctor' as const),
  }));
  const ofBoth = (type: CallEvent['type'], seconds: number, change: Partial<CallEvent> = {}) =>
    sides.map((side) => callEvent(call, type, { ...side, at: at(seconds), ...change }));
  await node.tell(
    callEvent(call, 'room-opened', { at: at(0) }),
    ...ofBoth('participant-joined', 1),
    ...ofBoth('first-media', 1),
    ...ofBoth('first-picture', 2, { firstPicture: { afterMs: 300, prepared: true } }),
  );
  const reports: CallEvent[] = [];
  for (let seconds = reportSeconds; seconds <= minutes * 60; seconds += reportSeconds)
    for (const side of sides)
      reports.push(callEvent(call, 'quality', { ...side, at: at(seconds), samples: samples() }));
  await node.tell(...reports);
  await node.tell(
    ...ofBoth('participant-left', minutes * 60, { reason: 'left' }),
    callEvent(call, 'room-closed', { at: at(minutes * 60 + 1) }),
  );
}

const about = (value: number, spread: number) => Math.round(value + (Math.random() - 0.5) * 2 * spread);

const samples = () =>
  Array.from({ length: reportSeconds / sampleSeconds }, (_, n) =>
    qualitySample({
      agoMs: (reportSeconds / sampleSeconds - 1 - n) * sampleSeconds * 1000 + about(10, 10),
      spanMs: about(5_005, 5),
      mos: about(425, 15),
      rttMs: about(45, 15),
      jitterMs: about(5, 4),
      lossReceived: about(3, 3),
      lossSent: about(3, 3),
      kbpsReceived: about(1_300, 150),
      kbpsSent: about(1_300, 150),
    }),
  );

async function document(
  ground: TestGround,
  { doctor }: Clinic,
  visit: Visit,
  { patientId }: { patientId: string },
): Promise<void> {
  const params = { visitId: visit.id };
  await doctor.client.ok(readChart, { params: { patientId } });
  await doctor.client.ok(readTimeline, { params: { patientId } });
  await doctor.client.ok(readNote, { params });
  const text = '咳嗽三天，夜间加重，无发热，无胸痛，无呼吸困难。';
  const body = {
    subjective: text,
    objective: text,
    assessment: '急性上呼吸道感染',
    plan: '休息，多饮水，三天后复诊。',
  };
  await doctor.client.ok(saveNote, { params, version: 0, body });
  await doctor.client.ok(signNote, { params, version: 1 });
  const { version } = await doctor.client.ok(readDiagnoses, { params });
  const code = 'J03.9';
  await doctor.client.ok(saveDiagnoses, {
    params,
    version,
    body: { items: [{ code, title: { en: '', zh: '' }, primary: true, certainty: 'confirmed' }] },
  });
  await statedFollowUp(ground.database.admin, visit.id, code);
}

async function prescribe(clinic: Clinic, visit: Visit): Promise<void> {
  const { doctor, pharmacist } = clinic;
  const draft = await clinic.drafted(visit);
  await doctor.client.ok(readPrescription, { params: { prescriptionId: draft.id } });
  const signed = await doctor.client.ok(signPrescription, {
    params: { prescriptionId: draft.id },
    version: draft.version,
    body: {
      acknowledgements: (draft.safety?.issues ?? []).map(({ id: issueId }) => ({
        issueId,
        reason: 'benefit-outweighs-risk' as const,
      })),
    },
  });
  const { items } = await pharmacist.client.ok(listReviews);
  const review = items.find(({ prescription }) => prescription.id === signed.id);
  if (!review) throw new Error('a signed prescription is not among the reviews');
  const params = { reviewId: review.id };
  await pharmacist.client.ok(readReview, { params });
  await pharmacist.client.ok(startReview, { params });
  await pharmacist.client.ok(approveReview, { params, body: { checklist: [...checklistMatches] } });
  await doctor.client.ok(listVisitPrescriptions, { params: { visitId: visit.id } });
}
