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

/**
 * What a ticket is good for. `network-check`: a room of one’s own for half a minute, in which one receives what one
 * sends, so that a line is tried before the call; nobody else is ever in it and it is no event of the visit’s call.
 */
export const ticketPurposes = ['call', 'network-check'] as const;
export type TicketPurpose = (typeof ticketPurposes)[number];

/** Why nothing is sent: the person muted it, or the line is too weak for it. */
export const pauseReasons = ['person', 'line'] as const;
export type PauseReason = (typeof pauseReasons)[number];

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
