import { z } from 'zod';
import { id, instant } from './common.ts';
import { defineRoute } from './route.ts';
import type { Ack } from './ack.ts';

/** Namespace of the call socket on a media node. */
export const callNamespace = '/call';

/** A ticket must be used within this many seconds; once in, a participant stays without one. */
export const ticketLifetimeSeconds = 120;
export const ticketType = 'call-ticket+jwt';
export const ticketIssuer = 'yunzhen-api';

export const callRoles = ['patient', 'doctor', 'guest'] as const;
export type CallRole = (typeof callRoles)[number];
export const mediaSources = ['camera', 'microphone', 'screen'] as const;
export type MediaSource = (typeof mediaSources)[number];

/** Claims of the call ticket (JWT, ES256). The audience is the media node; `jti` is accepted once. */
export const callTicketClaims = z.strictObject({
  iss: z.literal(ticketIssuer),
  aud: z.string(),
  jti: id,
  iat: z.int(),
  exp: z.int(),
  /** The participant: the account id. The same participant joining again replaces the earlier socket. */
  sub: id,
  hospitalId: id,
  visitId: id,
  role: z.enum(callRoles),
  publish: z.array(z.enum(mediaSources)),
});
export type CallTicketClaims = z.output<typeof callTicketClaims>;

/** An RTP, SCTP or DTLS structure of mediasoup: its shape is checked here coarsely and by mediasoup in full. */
const structure = z.looseObject({});
export type MediaStructure = z.output<typeof structure>;

export const callTicket = z.strictObject({
  ticket: z.string(),
  expiresAt: instant,
  /** Origin (and path) of the media node’s call socket, e.g. `http://localhost:8081`. */
  url: z.string(),
  nodeId: z.string(),
  participantId: id,
  role: z.enum(callRoles),
  /** So that the browser can prepare its device before the socket is open. */
  routerRtpCapabilities: structure,
});
export type CallTicket = z.output<typeof callTicket>;

export const issueCallTicket = defineRoute({
  name: 'issueCallTicket',
  method: 'POST',
  path: '/api/visits/:visitId/call-tickets',
  summary:
    'A ticket into the call of a visit: the patient from check-in on, the doctor of the visit; pins the visit to a media node',
  permission: 'call.join',
  params: z.strictObject({ visitId: id }),
  response: callTicket,
  status: 201,
  rateLimit: 120,
});

// --- Browser → node -------------------------------------------------------------------------------------------------

export const dtlsParameters = z.strictObject({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(z.strictObject({ algorithm: z.string().max(20), value: z.string().max(200) }))
    .min(1)
    .max(8),
});

export const rtpCapabilities = z.looseObject({
  codecs: z.array(structure).max(64).optional(),
  headerExtensions: z.array(structure).max(64).optional(),
});

export const rtpParameters = z.looseObject({
  mid: z.string().max(64).optional(),
  codecs: z.array(structure).min(1).max(64),
  headerExtensions: z.array(structure).max(64).optional(),
  encodings: z.array(structure).max(8).optional(),
  rtcp: structure.optional(),
});

/** One request does it all: authenticate, create both transports, consume what the other side already sends. */
export const joinRequest = z.strictObject({
  ticket: z.string().min(1).max(4000),
  rtpCapabilities,
});

export const connectTransportRequest = z.strictObject({ transportId: z.string().max(64), dtlsParameters });
export const produceRequest = z.strictObject({
  transportId: z.string().max(64),
  source: z.enum(mediaSources),
  rtpParameters,
  paused: z.boolean().default(false),
});
export const producerRequest = z.strictObject({ producerId: z.string().max(64) });
export const consumerRequest = z.strictObject({ consumerId: z.string().max(64) });
export const restartIceRequest = z.strictObject({ transportId: z.string().max(64) });
export const emptyRequest = z.strictObject({});

// --- Node → browser -------------------------------------------------------------------------------------------------

export interface TransportParameters {
  id: string;
  iceParameters: MediaStructure;
  iceCandidates: MediaStructure[];
  dtlsParameters: MediaStructure;
}

export interface ConsumerParameters {
  id: string;
  producerId: string;
  participantId: string;
  source: MediaSource;
  kind: 'audio' | 'video';
  rtpParameters: MediaStructure;
  /** The sending side has paused (muted microphone, camera off). */
  producerPaused: boolean;
}

export interface CallParticipant {
  participantId: string;
  role: CallRole;
  /** What this participant sends now. */
  sources: { source: MediaSource; producerId: string; paused: boolean }[];
  connected: boolean;
}

export interface JoinAnswer {
  participantId: string;
  /** Starts with 1 for the first join of this participant and grows with each rejoin. */
  generation: number;
  send: TransportParameters;
  receive: TransportParameters;
  participants: CallParticipant[];
  /** Already created and flowing once the receive transport is connected. */
  consumers: ConsumerParameters[];
}

export const leaveReasons = ['left', 'disconnected', 'replaced', 'ended', 'node-draining', 'worker-died'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

export interface CallServerToClient {
  'participant-joined': (event: CallParticipant) => void;
  'participant-left': (event: { participantId: string; reason: LeaveReason }) => void;
  'consumer-added': (event: ConsumerParameters) => void;
  'consumer-closed': (event: { consumerId: string }) => void;
  'producer-changed': (event: {
    participantId: string;
    source: MediaSource;
    producerId: string;
    paused: boolean;
  }) => void;
  /** mediasoup’s score (0–10) of what this participant receives. */
  'consumer-score': (event: { consumerId: string; score: number; producerScore: number }) => void;
  /** This socket’s place in the call is over. `rejoin`: ask for a new ticket and come back at once. */
  'call-closed': (event: { reason: LeaveReason; rejoin: boolean }) => void;
}

export interface CallClientToServer {
  join: (payload: z.input<typeof joinRequest>, ack: (answer: Ack<JoinAnswer>) => void) => void;
  'connect-transport': (payload: z.input<typeof connectTransportRequest>, ack: (answer: Ack<null>) => void) => void;
  produce: (payload: z.input<typeof produceRequest>, ack: (answer: Ack<{ producerId: string }>) => void) => void;
  'pause-producer': (payload: z.input<typeof producerRequest>, ack: (answer: Ack<null>) => void) => void;
  'resume-producer': (payload: z.input<typeof producerRequest>, ack: (answer: Ack<null>) => void) => void;
  'close-producer': (payload: z.input<typeof producerRequest>, ack: (answer: Ack<null>) => void) => void;
  'restart-ice': (
    payload: z.input<typeof restartIceRequest>,
    ack: (answer: Ack<{ iceParameters: MediaStructure }>) => void,
  ) => void;
  leave: (payload: z.input<typeof emptyRequest>, ack: (answer: Ack<null>) => void) => void;
}

// --- Node → api (authenticated with the nodes’ shared credential) ---------------------------------------------------

export const nodeId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);

export const nodeHeartbeat = z.strictObject({
  /** Where browsers reach the call socket. */
  url: z.string().max(300),
  /** Changes with each start of the process, so that the api sees a restart between two heartbeats. */
  incarnation: id,
  routerRtpCapabilities: structure,
  workers: z.int().min(0).max(512),
  rooms: z.int().min(0),
  participants: z.int().min(0),
  /** 0 (idle) to 1 (full). */
  load: z.number().min(0).max(1),
  draining: z.boolean(),
  /** Visits that have a room on this node. */
  visitIds: z.array(id).max(5000),
});
export type NodeHeartbeat = z.output<typeof nodeHeartbeat>;

export const sendNodeHeartbeat = defineRoute({
  name: 'sendNodeHeartbeat',
  method: 'PUT',
  path: '/internal/media-nodes/:nodeId',
  summary: 'A media node is alive; the answer names rooms to close because their visits have ended or moved',
  permission: 'node',
  params: z.strictObject({ nodeId }),
  body: nodeHeartbeat,
  response: z.strictObject({ closeVisitIds: z.array(id) }),
  rateLimit: 6000,
  bodyLimit: 1024 * 1024,
});

export const callEventTypes = [
  'room-opened',
  'room-closed',
  'participant-joined',
  'participant-left',
  'first-media',
  'worker-died',
  'ticket-refused',
] as const;

/** What happened in a call. Applied once by `id`, whatever the number of deliveries. */
export const callEvent = z.strictObject({
  id,
  type: z.enum(callEventTypes),
  at: instant,
  hospitalId: id,
  visitId: id,
  participantId: id.nullable(),
  role: z.enum(callRoles).nullable(),
  /** For `participant-left`. */
  reason: z.enum(leaveReasons).nullable(),
  /** For `ticket-refused`: the error code that the browser got. Only tickets that the api really signed are reported. */
  code: z.string().max(60).nullable(),
});
export type CallEvent = z.output<typeof callEvent>;

export const sendCallEvents = defineRoute({
  name: 'sendCallEvents',
  method: 'POST',
  path: '/internal/media-nodes/:nodeId/call-events',
  summary: 'Call events, delivered at least once and applied once',
  permission: 'node',
  params: z.strictObject({ nodeId }),
  body: z.strictObject({ events: z.array(callEvent).min(1).max(500) }),
  response: z.strictObject({ applied: z.int() }),
  rateLimit: 6000,
  bodyLimit: 1024 * 1024,
});
