import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { CallClientToServer, JoinAnswer } from '../../../../shared/src/calls/call.contract.ts';
import * as contract from '../../../../shared/src/calls/call.schemas.ts';
import * as quality from '../../../../shared/src/calls/quality.schemas.ts';
import { callRoles, type CallRole } from '../../../../shared/src/calls/call.constants.ts';
import { routerRtpCapabilities } from '../../../../server/src/media/codecs.ts';
import { newId } from '../../../../server/src/platform/ids.ts';
import { valueFor } from '../../../support/contract-values.ts';
import { CallClient } from './support/call-client.ts';
import { hospitalId, NodeFixture, ticketFor } from './support/node-fixture.ts';
import { dtlsParameters, opusParameters, vp8Parameters } from './support/rtp-parameters.ts';

/*
 * Every event of the call socket × every role × own objects, another's in the same call, another call's and another hospital's. A new event in the
 * contract has to be added here before this compiles.
 */
const events = {
  join: contract.joinRequest,
  resume: contract.resumeRequest,
  'rebuild-transports': contract.rebuildRequest,
  'connect-transport': contract.connectTransportRequest,
  produce: contract.produceRequest,
  'pause-producer': contract.pauseProducerRequest,
  'resume-producer': contract.producerRequest,
  'close-producer': contract.producerRequest,
  'set-reception': contract.setReceptionRequest,
  'restart-ice': contract.restartIceRequest,
  'report-quality': quality.qualityReport,
  'report-recovery': quality.recoveryReport,
  'report-first-picture': quality.firstPictureReport,
  'send-caption': contract.caption,
  leave: contract.emptyRequest,
} satisfies Record<keyof CallClientToServer, z.ZodObject>;
type EventName = keyof typeof events;
const names = Object.keys(events) as EventName[];

/** One participant with a transport, a producer, a used ticket and a resume token. */
interface Stay {
  client: CallClient;
  answer: JoinAnswer;
  ticket: string;
  producerId: string;
}

let fixture: NodeFixture;
const clients: CallClient[] = [];
beforeAll(async () => {
  fixture = await NodeFixture.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => fixture.stop());

async function connect(): Promise<CallClient> {
  const client = await CallClient.connect(fixture.url);
  clients.push(client);
  return client;
}

async function joinRoom(visitId: string, role: CallRole, hospital = hospitalId): Promise<Stay> {
  const client = await connect();
  const ticket = ticketFor({ visitId, role, hospitalId: hospital });
  const answer = await client.join(ticket);
  const camera = { transportId: answer.send.id, source: 'camera', rtpParameters: vp8Parameters() };
  const { producerId } = await client.ask<{ producerId: string }>('produce', camera);
  return { client, answer, ticket, producerId };
}

const usesThing = (name: EventName) => ['transportId', 'producerId'].some((member) => member in events[name].shape);

/** Returns a valid request of this event about the objects of a peer. */
function requestOf(name: EventName, { answer, ticket, producerId }: Stay): Record<string, unknown> {
  const made = valueFor(events[name], 1) as Record<string, unknown>;
  const things: Record<string, unknown> = {
    ticket,
    producerId,
    transportId: answer.send.id,
    resumeToken: answer.resumeToken,
    rtpCapabilities: routerRtpCapabilities(),
    dtlsParameters: dtlsParameters(),
    source: 'microphone',
    rtpParameters: opusParameters(),
  };
  const filled = Object.keys(made).map((member) => [member, member in things ? things[member] : made[member]]);
  const { dtls: _dtls, ...request } = Object.fromEntries(filled) as Record<string, unknown>;
  return request;
}

describe.each(callRoles)('a %s on the call socket', (role) => {
  let own: Stay;
  let others: Record<'the same call' | 'another call' | 'another hospital', Stay>;

  beforeEach(async () => {
    const visitId = newId();
    own = await joinRoom(visitId, role);
    others = {
      'the same call': await joinRoom(visitId, role === 'doctor' ? 'patient' : 'doctor'),
      'another call': await joinRoom(newId(), 'patient'),
      'another hospital': await joinRoom(newId(), 'patient', newId()),
    };
  });

  it.each(names)('can use %s on their own objects, and other calls receive nothing of it', async (name) => {
    const away = [others['another call'], others['another hospital']];
    const before = away.map(({ client }) => client.pushes.length);
    // These two events attach a socket without a peer.
    const isEntry = name === 'join' || name === 'resume';
    const client = isEntry ? await connect() : own.client;
    const request = requestOf(name, own);
    if (name === 'join') request['ticket'] = ticketFor({ visitId: newId(), role });
    expect(await client.request(name, request)).toMatchObject({ ok: true });
    // Makes a round trip on each of their sockets, so that all earlier messages have arrived.
    for (const { client: bystander, producerId } of away) await bystander.ask('resume-producer', { producerId });
    expect(away.map(({ client: bystander }) => bystander.pushes.length)).toEqual(before);
  });

  it.each(names)('cannot use %s on objects of others', async (name) => {
    for (const [where, stay] of Object.entries(others)) {
      const request = requestOf(name, stay);
      if (usesThing(name)) {
        expect(await own.client.request(name, request), where).toEqual({ ok: false, code: 'call.not-found' });
      } else if (name === 'join') {
        // A ticket is accepted once.
        const answer = await (await connect()).request(name, request);
        expect(answer, where).toMatchObject({ ok: false });
      } else if (name === 'resume') {
        const guessed = { resumeToken: [...stay.answer.resumeToken].reverse().join('') };
        const answer = await (await connect()).request(name, guessed);
        expect(answer, where).toEqual({ ok: false, code: 'call.not-found' });
      }
      // The objects still exist and obey their owner.
      expect(await stay.client.request('pause-producer', { producerId: stay.producerId }), where).toMatchObject({
        ok: true,
      });
    }
  });

  it('can only join or resume before they are in a call', async () => {
    for (const name of names.filter((each) => each !== 'join' && each !== 'resume')) {
      const outside = await connect();
      expect(await outside.request(name, requestOf(name, own)), name).toEqual({ ok: false, code: 'call.not-joined' });
    }
  });
});
