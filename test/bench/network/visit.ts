import { setTimeout as delay } from 'node:timers/promises';
import { sendMessage } from '@yunzhen/shared/chat/chat.contract';
import { approveReview, listReviews, startReview } from '@yunzhen/shared/review/review.contract';
import { checklistMatches } from '@yunzhen/shared/review/review-checklist';
import { signPrescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { admitVisit, readQueue, referOffline, type Visit } from '@yunzhen/shared/visits/visits.contract';
import { newId } from '../../../server/src/platform/ids.ts';
import type { Clinic } from '../../support/clinic.ts';
import type { TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { waitingVisit } from '../../support/visit-steps.ts';
import { Call } from './call.ts';

/** One hospital with its people, one visit after the other. */
export interface Practice {
  readonly clinic: Clinic;
  readonly patient: TestPerson & { patientId: string };
}

/** Lengths in milliseconds, and shares of one. */
export interface Mix {
  readonly waitMs: number;
  readonly talkMs: number;
  readonly prescribedShare: number;
  readonly messages: number;
}

/** What was acknowledged and so must be in the database at the end. */
export interface Acknowledged {
  readonly messages: string[];
  readonly prescriptions: string[];
  readonly approvals: string[];
}

/**
 * Lives one visit as the pages do: both pages listen, the patient waits, both talk over real media and write; the doctor signs and the pharmacist
 * approves. A call whose node dies moves to another one with new tickets.
 */
export async function liveVisit(
  url: string,
  { clinic, patient }: Practice,
  mix: Mix,
  done: Acknowledged,
): Promise<void> {
  const { hospital, doctor } = clinic;
  const open: { close: () => void }[] = [];
  for (const { accessToken } of [patient, doctor]) open.push(await openPage(url, accessToken));
  try {
    const visit = await waitingVisit(hospital, patient, doctor);
    const params = { visitId: visit.id };
    await delay(mix.waitMs);
    await doctor.client.ok(readQueue);
    await doctor.client.ok(admitVisit, { params });
    const call = await Call.begin([patient, doctor], visit.id, open);
    const talk = call.talk(mix.talkMs);
    for (let n = 0; n < mix.messages; n += 1) {
      const messageId = newId();
      const [writer] = n % 2 === 0 ? [patient] : [doctor];
      await writer?.client.ok(sendMessage, { params: { ...params, messageId }, body: { text: `message ${n}` } });
      done.messages.push(messageId);
    }
    if (Math.random() < mix.prescribedShare) await prescribe(clinic, visit, done);
    await talk;
    await call.leave();
    await doctor.client.ok(referOffline, { params, body: { reason: 'bench' } });
  } finally {
    for (const each of open) each.close();
  }
}

/** Opens a page's socket; as a page does, again when the api that it reached dies. */
async function openPage(url: string, accessToken: string): Promise<{ close: () => void }> {
  for (;;) {
    try {
      return await listen(url, accessToken);
    } catch {
      await delay(500);
    }
  }
}

async function prescribe(clinic: Clinic, visit: Visit, done: Acknowledged): Promise<void> {
  await clinic.diagnosed(visit);
  const draft = await clinic.drafted(visit);
  const signed = await clinic.doctor.client.ok(signPrescription, {
    params: { prescriptionId: draft.id },
    version: draft.version,
    body: {
      acknowledgements: (draft.safety?.issues ?? []).map(({ id: issueId }) => ({
        issueId,
        reason: 'benefit-outweighs-risk' as const,
      })),
    },
  });
  done.prescriptions.push(signed.id);
  const { items: reviews } = await clinic.pharmacist.client.ok(listReviews);
  const review = reviews.find(({ prescription }) => prescription.id === signed.id);
  if (!review) throw new Error('a signed prescription is not among the reviews');
  const params = { reviewId: review.id };
  await clinic.pharmacist.client.ok(startReview, { params });
  await clinic.pharmacist.client.ok(approveReview, { params, body: { checklist: [...checklistMatches] } });
  done.approvals.push(params.reviewId);
}
