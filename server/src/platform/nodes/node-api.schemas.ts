import { z } from 'zod';
import { callRoles, leaveReasons } from '@yunzhen/shared/calls/call.constants';
import { roomState } from '@yunzhen/shared/calls/call.schemas';
import { firstPictureReport, qualitySample, recoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import { mediaNodeId } from '@yunzhen/shared/core/media-node-id';
import { placeName } from '@yunzhen/shared/core/place-name';
import { id, instant } from '@yunzhen/shared/core/common';
import { callEventTypes } from './node-api.constants.ts';
import type { RouteSchemas } from '@yunzhen/shared/core/route';

/*
 * Messages between api and media nodes, authenticated with the nodes’ shared credential. A node reports itself and its calls to the api. The api
 * sends a node the desired state of rooms (room orders): at once after a change, and again in the answer to each heartbeat, so that a lost order is
 * repaired within two seconds.
 *
 * During an upgrade the two may be of different releases, in either order. The receiver ignores members that it does not know, unlike in
 * requests from pages. A new member must be optional until no release without it runs.
 */

const structure = z.looseObject({});
const room = z.object(roomState.shape);

export const nodeHeartbeat = z.object({
  /** The call socket’s address for browsers. */
  url: z.string().max(300),
  /** The node’s address for room orders of the api. */
  controlUrl: z.string().max(300),
  /** Changes with each start of the process, so that the api detects a restart between two heartbeats. */
  incarnation: id,
  routerRtpCapabilities: structure,
  workers: z.int().min(0).max(512),
  rooms: z.int().min(0),
  participants: z.int().min(0),
  /** 0 (idle) to 1 (full): the share of its cores that its workers use. */
  load: z.number().min(0).max(1),
  /** Visits that this node can still accept before running calls suffer. 0: full; the api sends no new visit here. */
  freeVisits: z.int().min(0),
  draining: z.boolean(),
  /** Visits that have a room on this node. */
  visitIds: z.array(id).max(5000),
  /** The release of the node. */
  version: z.string().max(40).optional(),
  /** `MEDIA_PLACE` of the node. */
  place: placeName.optional(),
  /** By the node’s clock. */
  sentAt: instant.optional(),
  /** The node asks its calls to move when the answer says `drain`. Without it, its calls stay until they end. */
  movesCalls: z.literal(true).optional(),
});
export type NodeHeartbeat = z.output<typeof nodeHeartbeat>;

/** The desired state of one visit’s room. */
export const roomOrder = z.object({
  visitId: id,
  /** Null: the visit has ended or moved to another node: close the room and void its tickets. */
  room: room.nullable(),
  /** With a null room: the call continues at another node, to which all participants move; without it the call is over. */
  moved: z.literal(true).optional(),
  /** Participants to remove: the node ends their connections and rejects their earlier tickets. */
  removed: z.array(id).max(50),
  /** Ended sessions of participants: the node ends their connections and rejects their tickets. */
  endedSessions: z.array(id).max(100).optional(),
});
export type RoomOrder = z.output<typeof roomOrder>;

/** The api posts it to `{controlUrl}/internal/room-orders` (bearer: the nodes’ credential); the answer is 204. */
export const roomOrders = z.object({ orders: z.array(roomOrder).min(1).max(500) });

/** An event of a call. Applied once by `id`, however often it is delivered. */
export const callEvent = z.object({
  id,
  type: z.enum(callEventTypes),
  at: instant,
  hospitalId: id,
  visitId: id,
  participantId: id.nullable(),
  role: z.enum(callRoles).nullable(),
  /** For `participant-left`. */
  reason: z.enum(leaveReasons).nullable(),
  /** For `ticket-refused`: the error code that the browser received. Reported only for tickets with a valid signature of the api. */
  code: z.string().max(60).nullable(),
  /** For `quality`: measurements of a participant’s page, oldest first. */
  samples: z.array(z.object(qualitySample.shape)).max(24).nullable().default(null),
  /** For `recovered`. */
  recovery: z.object(recoveryReport.shape).nullable().default(null),
  /** For `first-picture`. */
  firstPicture: z.object(firstPictureReport.shape).nullable().default(null),
});
export type CallEvent = z.output<typeof callEvent>;

export const nodeApiSchemas = {
  sendNodeHeartbeat: {
    summary: 'Record a media node’s heartbeat; returns the target state of each of its rooms',
    params: z.strictObject({ nodeId: mediaNodeId }),
    body: nodeHeartbeat,
    response: z.object({
      orders: z.array(roomOrder),
      /** For a node that closes: whether another one accepts calls. For one that an operator drains: whether another one has room. */
      elsewhere: z.boolean().optional(),
      /** Whether an operator drains the node. An api that does not know this sends nothing, and the node stays as it is. */
      drain: z.boolean().optional(),
    }),
    rateLimit: 6000,
    bodyLimit: 1024 * 1024,
  },
  sendCallEvents: {
    summary: 'Receive call events; delivered at least once, applied once',
    params: z.strictObject({ nodeId: mediaNodeId }),
    body: z.object({
      events: z.array(callEvent).min(1).max(500),
      /** The node keeps the events that the answer calls `waiting`. Without it they fail the whole delivery, which is then repeated. */
      keepsWaiting: z.literal(true).optional(),
    }),
    response: z.object({
      applied: z.int(),
      /** Events of hospitals that are closed for their move: to be sent again soon. */
      waiting: z.array(id).optional(),
    }),
    rateLimit: 6000,
    bodyLimit: 1024 * 1024,
  },
} satisfies RouteSchemas;
