import { z } from 'zod';
import { id, instant, message } from '../core/common.ts';
import { lineGrade, lineCause } from './quality.schemas.ts';
import {
  captionLength,
  captionOrigins,
  roomPhases,
  ticketIssuer,
  callRoles,
  mediaSources,
  ticketPurposes,
  pauseReasons,
} from './call.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** The desired state of a visit’s room. A higher revision replaces a lower one, whatever the order of arrival. */
export const roomState = z.strictObject({ revision: z.int().min(0), phase: z.enum(roomPhases) });
export type RoomState = z.output<typeof roomState>;

/**
 * Claims of the call ticket (JWT, ES256). The audience is the media node; `jti` is accepted once.
 * A node ignores claims that an api of a newer release adds, so every running node must know a claim that allows less before an api signs it.
 */
export const callTicketClaims = z.object({
  iss: z.literal(ticketIssuer),
  aud: z.string(),
  jti: id,
  iat: z.int(),
  exp: z.int(),
  /** The participant: the account id. The same participant joining again replaces the earlier socket. */
  sub: id,
  /** The session that requested it: the ticket and its peer end with the session. */
  sessionId: id,
  hospitalId: id,
  visitId: id,
  role: z.enum(callRoles),
  publish: z.array(z.enum(mediaSources)),
  purpose: z.enum(ticketPurposes),
  /** The start of the node for which the ticket is valid: a restarted node does not remember used tickets and removed participants. */
  incarnation: id.optional(),
  /** The desired state of the room at the time of signing. */
  room: z.object(roomState.shape),
});
export type CallTicketClaims = z.output<typeof callTicketClaims>;

/** An RTP, SCTP or DTLS structure of mediasoup: validated loosely here, and fully by the media node. */
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
  /** Lets the browser prepare its device before the socket is open. */
  routerRtpCapabilities: structure,
  phase: z.enum(roomPhases),
  /** TURN servers with short-lived credentials; usually empty, because none is configured. */
  iceServers: z.array(z.strictObject({ urls: z.array(z.string()), username: z.string(), credential: z.string() })),
  /** Phone number for when no call is possible; null when the hospital gives none. */
  phone: z.string().nullable(),
  /** The hospital requires media that the node cannot read: see `call-keys.ts`. */
  endToEndEncrypted: z.boolean(),
});
export type CallTicket = z.output<typeof callTicket>;

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

/** The browser’s DTLS parameters, if it created its certificate in advance: saves `connect-transport` on both transports. */
const earlyDtls = z.strictObject({ send: dtlsParameters, receive: dtlsParameters });

/** One request for everything: authenticate, create and connect both transports, consume what the other side already sends. */
export const joinRequest = z.strictObject({
  ticket: z.string().min(1).max(4000),
  rtpCapabilities,
  dtls: earlyDtls.optional(),
  /**
   * The resume token of the peer that this page automatically replaces. Rejected with `call.replaced` when another page replaced that peer: the page
   * that lost must not take it back. Absent when the person joins by hand.
   */
  previous: z.string().min(20).max(100).optional(),
});

/**
 * On a new socket: resume the peer of a lost socket. Transports, producers and consumers stay; both transports get new ICE credentials, so that the
 * browser reconnects from a new address in one round trip without the api.
 * Rejected with `call.not-found` when the peer has closed (a new ticket is needed), with `call.replaced` or `call.removed` when that is the reason.
 */
export const resumeRequest = z.strictObject({ resumeToken: z.string().min(20).max(100) });

/** On the same socket: new transports for the same peer; everything received is set up again, and everything sent must be. */
export const rebuildRequest = z.strictObject({ rtpCapabilities, dtls: earlyDtls.optional() });

export const connectTransportRequest = z.strictObject({ transportId: z.string().max(64), dtlsParameters });
export const produceRequest = z.strictObject({
  transportId: z.string().max(64),
  source: z.enum(mediaSources),
  rtpParameters,
  paused: z.boolean().default(false),
});
export const producerRequest = z.strictObject({ producerId: z.string().max(64) });

export const pauseProducerRequest = producerRequest.extend({ reason: z.enum(pauseReasons).default('person') });
/** What this participant wants to receive: `audio` pauses all video (weak connection, or by choice). */
export const setReceptionRequest = z.strictObject({ media: z.enum(['all', 'audio']) });
export const restartIceRequest = z.strictObject({ transportId: z.string().max(64) });
export const emptyRequest = z.strictObject({});

/** One line for the others to read. A later caption with the same `line` replaces it; the node forwards it and stores nothing. */
export const caption = z.strictObject({
  line: z.int().min(0).max(1_000_000),
  text: message(captionLength).trim().min(1),
  origin: z.enum(captionOrigins),
});
export type Caption = z.output<typeof caption>;

export const participantLine = z.strictObject({ grade: lineGrade, cause: lineCause });
export type ParticipantLine = z.output<typeof participantLine>;

export const callSchemas = {
  issueCallTicket: {
    summary:
      'Create a call ticket for a visit: patient and doctor from check-in, guests once admitted; assigns a media node',
    params: z.strictObject({ visitId: id }),
    response: callTicket,
    rateLimit: 120,
  },
  issueNetworkCheckTicket: {
    summary: 'Create a ticket for a connection test against a media node, before or after a visit',
    response: callTicket,
    rateLimit: 30,
  },
} satisfies RouteSchemas;
