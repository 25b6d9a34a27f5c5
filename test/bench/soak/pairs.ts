import { setTimeout as delay } from 'node:timers/promises';
import { issueCallTicket, type JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import { sendMessage } from '@yunzhen/shared/chat/chat.contract';
import { admitVisit, referOffline } from '@yunzhen/shared/visits/visits.contract';
import { newId } from '../../../server/src/platform/ids.ts';
import { routerRtpCapabilities } from '../../../server/src/media/codecs.ts';
import { CallClient } from '../../integration/calls/media/support/call-client.ts';
import type { TestHospital, TestPerson } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { waitingVisit } from '../../support/visit-steps.ts';
import { Participant } from '../generator/participant.ts';

export interface Pair {
  readonly patient: TestPerson;
  readonly doctor: TestPerson & { practitionerId: string };
}

/** Milliseconds. */
export interface Pace {
  readonly waitMs: number;
  readonly talkMs: number;
}

/** Media run at a quarter of a call's rate, so that the generator leaves the machine to the programs. */
const stepMs = 100;
const share = 0.25;

interface Place {
  readonly url: string;
  readonly hospital: TestHospital;
}

/** Runs one visit from request to end: the patient waits with an open page, talks, writes and leaves. */
export async function oneVisit({ url, hospital }: Place, { patient, doctor }: Pair, pace: Pace): Promise<void> {
  const pages = [await listen(url, patient.accessToken), await listen(url, doctor.accessToken)];
  // Closed however the visit ends, because the bench would otherwise accumulate connections.
  const open: { close: () => void }[] = [...pages];
  try {
    const { id: visitId } = await waitingVisit(hospital, patient, doctor);
    await delay(pace.waitMs);
    await doctor.client.ok(admitVisit, { params: { visitId } });
    const seats = await Promise.all([patient, doctor].map((person) => takeSeat(person, visitId, open)));
    await patient.client.ok(sendMessage, { params: { visitId, messageId: newId() }, body: { text: 'soak' } });
    for (let spent = 0; spent < pace.talkMs; spent += stepMs) {
      for (const { participant } of seats) participant.advance(stepMs * share);
      await delay(stepMs);
    }
    for (const { client } of seats) await client.ask('leave', {});
    await doctor.client.ok(referOffline, { params: { visitId }, body: { reason: 'soak' } });
  } finally {
    for (const each of open) each.close();
  }
}

/** Joins the visit’s call as that person, with sound and picture. What must be closed is added to `open`. */
export async function takeSeat(person: TestPerson, visitId: string, open: { close: () => void }[]) {
  const ticket = await person.client.ok(issueCallTicket, { params: { visitId } });
  const dtls = await Participant.dtlsParameters();
  const client = await CallClient.connect(ticket.url);
  open.push(client);
  const codecs = routerRtpCapabilities().codecs ?? [];
  const answer = await client.ask<JoinAnswer>('join', {
    ticket: ticket.ticket,
    rtpCapabilities: { codecs: codecs.map((codec) => ({ ...codec, rtcpFeedback: [] })), headerExtensions: [] },
    dtls: { send: dtls, receive: dtls },
  });
  const participant = new Participant('plain');
  open.push(participant);
  await participant.connect(answer.send, answer.receive);
  for (const { kind, rtpParameters } of participant.sendings) {
    const source = kind === 'audio' ? 'microphone' : 'camera';
    await client.ask('produce', { transportId: answer.send.id, source, rtpParameters });
  }
  return { client, participant };
}
