import { expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { callEvent, nodeApiSchemas, nodeHeartbeat, roomOrders } from './node-api.schemas.ts';

const at = '2026-11-29T08:00:00.000Z';
const room = { revision: 1, phase: 'open' };
const sample = {
  agoMs: 0,
  spanMs: 5_000,
  grade: 'good',
  cause: 'none',
  mos: 430,
  rttMs: 40,
  jitterMs: 3,
  lossReceived: 0,
  lossSent: 0,
  concealed: 0,
  frozenMs: 0,
  kbpsReceived: 900,
  kbpsSent: 900,
  carried: 'all',
};
const messages = {
  heartbeat: [
    nodeHeartbeat,
    {
      url: 'http://node:8081',
      controlUrl: 'http://node:8081',
      incarnation: newId(),
      workers: 1,
      rooms: 0,
      participants: 0,
      load: 0,
      freeVisits: 9,
      draining: false,
      visitIds: [newId()],
      movesCalls: true,
    },
  ],
  'answer to a heartbeat': [
    nodeApiSchemas.sendNodeHeartbeat.response,
    { orders: [{ visitId: newId(), room, removed: [] }], elsewhere: true, drain: true },
  ],
  'room order': [roomOrders, { orders: [{ visitId: newId(), room, removed: [], endedSessions: [newId()] }] }],
  event: [
    callEvent,
    {
      id: newId(),
      type: 'quality',
      at,
      hospitalId: newId(),
      visitId: newId(),
      participantId: newId(),
      role: 'patient',
      reason: null,
      code: null,
      samples: [sample],
      recovery: { cause: 'socket', rungs: ['rejoin'], noticedAfterMs: 1, soundAfterMs: null, pictureAfterMs: null },
      firstPicture: { afterMs: 900, prepared: true },
    },
  ],
} as const;

/** The same value with one more member in each object. */
function fromNewerRelease(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromNewerRelease);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, fromNewerRelease(member)]);
  return { ...Object.fromEntries(members), ofANewerRelease: true };
}

it.each(Object.entries(messages))('ignores members of a newer release in a %s', (name, [schema, message]) => {
  const sent = name === 'heartbeat' ? { ...message, routerRtpCapabilities: {} } : message;
  const newer = fromNewerRelease(sent) as Record<string, unknown>;
  // These are mediasoup's own, and kept as they are.
  if (name === 'heartbeat') newer['routerRtpCapabilities'] = {};
  expect(schema.parse(newer)).toEqual(sent);
});
