import { z } from 'zod';
import { id, instant } from '../core/common.ts';
import { qualityReport, recoveryReport, firstPictureReport, lineGrade, lineCause } from './quality.contract.ts';
import { defineRoute } from '../core/route.ts';
import type { Ack } from '../core/ack.ts';

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

/**
 * Who hears and sees whom. `waiting`: the patient is not admitted yet; transports are up on both sides, nothing is
 * forwarded to anybody. `open`: everything is forwarded to everybody else. `held`: the patient is apart: nothing of theirs
 * is forwarded and nothing to them, the others talk on.
 */
export const roomPhases = ['waiting', 'open', 'held'] as const;
export type RoomPhase = (typeof roomPhases)[number];

/** What the api wants of a visit’s room. A higher revision replaces a lower one, however late the lower one arrives. */
export const roomState = z.strictObject({ revision: z.int().min(0), phase: z.enum(roomPhases) });
export type RoomState = z.output<typeof roomState>;

/**
 * What a ticket is good for. `network-check`: a room of one’s own for half a minute, in which one receives what one
 * sends, so that a line is tried before the call; nobody else is ever in it and it is no event of the visit’s call.
 */
export const ticketPurposes = ['call', 'network-check'] as const;
export type TicketPurpose = (typeof ticketPurposes)[number];

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
  purpose: z.enum(ticketPurposes),
  /**
   * The start of the node that the ticket is for: one that has started anew remembers neither which tickets were used nor whom
   * it has put out.
   */
  incarnation: id.optional(),
  /** The room as the api wanted it when it signed. */
  room: roomState,
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
  phase: z.enum(roomPhases),
  /** TURN servers with short-lived credentials; empty where none is set up, which is the rule. */
  iceServers: z.array(z.strictObject({ urls: z.array(z.string()), username: z.string(), credential: z.string() })),
  /** Whom to phone when no call can be had; null where the hospital gives no number. */
  phone: z.string().nullable(),
  /** The hospital wants media that the node can’t read: see `call-keys.ts`. */
  endToEndEncrypted: z.boolean(),
});
export type CallTicket = z.output<typeof callTicket>;

export const issueCallTicket = defineRoute({
  name: 'issueCallTicket',
  method: 'POST',
  path: '/api/visits/:visitId/call-tickets',
  summary:
    'A ticket into the call of a visit: the patient and the doctor from check-in on, a guest once let in; pins the visit to a media node',
  permission: 'call.join',
  params: z.strictObject({ visitId: id }),
  response: callTicket,
  status: 201,
  rateLimit: 120,
});

export const issueNetworkCheckTicket = defineRoute({
  name: 'issueNetworkCheckTicket',
  method: 'POST',
  path: '/api/network-check-tickets',
  summary: 'A ticket for trying one’s own line against a media node, before or after a visit',
  permission: 'call.join',
  response: callTicket,
  status: 201,
  rateLimit: 30,
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

/** The browser’s DTLS parameters, when it made its certificate beforehand: saves `connect-transport` on both transports. */
const earlyDtls = z.strictObject({ send: dtlsParameters, receive: dtlsParameters });

/** One request does it all: authenticate, create and connect both transports, consume what the other side already sends. */
export const joinRequest = z.strictObject({
  ticket: z.string().min(1).max(4000),
  rtpCapabilities,
  dtls: earlyDtls.optional(),
  /**
   * The resume token of the stay that this page comes back from by itself. Refused with `call.replaced` when another page has
   * taken the place of that stay: who lost the socket just then must not take it back. Left out when the person asks.
   */
  previous: z.string().min(20).max(100).optional(),
});

/**
 * On a new socket: take up the stay that another socket has lost. Transports, producers and consumers are the same ones;
 * both transports get new ICE credentials, so that the browser comes back from a new address in one round trip and
 * without the api. Refused with `call.not-found` when the stay is over (then a new ticket is needed), with `call.replaced` or
 * `call.removed` when that is why.
 */
export const resumeRequest = z.strictObject({ resumeToken: z.string().min(20).max(100) });

/** On the same socket: new transports for the same stay in the room; all that is received is set up anew, and all that is sent must be. */
export const rebuildRequest = z.strictObject({ rtpCapabilities, dtls: earlyDtls.optional() });

export const connectTransportRequest = z.strictObject({ transportId: z.string().max(64), dtlsParameters });
export const produceRequest = z.strictObject({
  transportId: z.string().max(64),
  source: z.enum(mediaSources),
  rtpParameters,
  paused: z.boolean().default(false),
});
export const producerRequest = z.strictObject({ producerId: z.string().max(64) });
/** Why nothing is sent: the person muted it, or the line is too weak for it. */
export const pauseReasons = ['person', 'line'] as const;
export type PauseReason = (typeof pauseReasons)[number];
export const pauseProducerRequest = producerRequest.extend({ reason: z.enum(pauseReasons).default('person') });
/** What this participant wants to receive: `audio` stops all pictures (a line that carries no more, or by wish). */
export const setReceptionRequest = z.strictObject({ media: z.enum(['all', 'audio']) });
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
  /** Why, when it has. */
  pauseReason: PauseReason | null;
}

export interface CallParticipant {
  participantId: string;
  role: CallRole;
  /** What this participant sends now. */
  sources: { source: MediaSource; producerId: string; paused: boolean; pauseReason: PauseReason | null }[];
  connected: boolean;
  /** How the line of this participant does, as its own page last reported; null until it has. */
  line: ParticipantLine | null;
}

export const participantLine = z.strictObject({ grade: lineGrade, cause: lineCause });
export type ParticipantLine = z.output<typeof participantLine>;

export interface JoinAnswer {
  participantId: string;
  /** Starts with 1 for the first join of this participant and grows with each rejoin. */
  generation: number;
  send: TransportParameters;
  receive: TransportParameters;
  participants: CallParticipant[];
  /** Already created, and flowing as far as the phase lets them once the receive transport is connected. */
  consumers: ConsumerParameters[];
  phase: RoomPhase;
  /** Takes this stay up again on another socket, for as long as it lasts; a secret of this browser. */
  resumeToken: string;
}

export interface ResumeAnswer {
  generation: number;
  participants: CallParticipant[];
  /** All that there is to receive now: known ones are the same as before, missing ones have closed. */
  consumers: ConsumerParameters[];
  phase: RoomPhase;
  resumeToken: string;
  send: { iceParameters: MediaStructure };
  receive: { iceParameters: MediaStructure };
}

export const leaveReasons = [
  'left',
  'disconnected',
  'replaced',
  'removed',
  'ended',
  'node-draining',
  'worker-died',
] as const;
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
    pauseReason: PauseReason | null;
  }) => void;
  /** The patient was admitted, put on hold or taken off it. */
  'phase-changed': (event: { phase: RoomPhase }) => void;
  'line-changed': (event: { participantId: string; line: ParticipantLine }) => void;
  /** The line to this browser is too weak for this picture: the node has stopped it, sound goes on; or it flows again. */
  'consumer-starved': (event: { consumerId: string; starved: boolean }) => void;
  /** mediasoup’s score (0–10) of what this participant receives. */
  'consumer-score': (event: { consumerId: string; score: number; producerScore: number }) => void;
  /** This socket’s place in the call is over. `rejoin`: ask for a new ticket and come back at once. */
  'call-closed': (event: { reason: LeaveReason; rejoin: boolean }) => void;
}

export interface CallClientToServer {
  join: (payload: z.input<typeof joinRequest>, ack: (answer: Ack<JoinAnswer>) => void) => void;
  'connect-transport': (payload: z.input<typeof connectTransportRequest>, ack: (answer: Ack<null>) => void) => void;
  produce: (payload: z.input<typeof produceRequest>, ack: (answer: Ack<{ producerId: string }>) => void) => void;
  resume: (payload: z.input<typeof resumeRequest>, ack: (answer: Ack<ResumeAnswer>) => void) => void;
  'rebuild-transports': (payload: z.input<typeof rebuildRequest>, ack: (answer: Ack<JoinAnswer>) => void) => void;
  'set-reception': (payload: z.input<typeof setReceptionRequest>, ack: (answer: Ack<null>) => void) => void;
  'report-quality': (payload: z.input<typeof qualityReport>, ack: (answer: Ack<null>) => void) => void;
  'report-recovery': (payload: z.input<typeof recoveryReport>, ack: (answer: Ack<null>) => void) => void;
  'report-first-picture': (payload: z.input<typeof firstPictureReport>, ack: (answer: Ack<null>) => void) => void;
  'pause-producer': (payload: z.input<typeof pauseProducerRequest>, ack: (answer: Ack<null>) => void) => void;
  'resume-producer': (payload: z.input<typeof producerRequest>, ack: (answer: Ack<null>) => void) => void;
  'close-producer': (payload: z.input<typeof producerRequest>, ack: (answer: Ack<null>) => void) => void;
  'restart-ice': (
    payload: z.input<typeof restartIceRequest>,
    ack: (answer: Ack<{ iceParameters: MediaStructure }>) => void,
  ) => void;
  leave: (payload: z.input<typeof emptyRequest>, ack: (answer: Ack<null>) => void) => void;
}
