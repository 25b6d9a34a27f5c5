/** Namespace of the call socket on a media node. */
export const callNamespace = '/call';

/** Seconds within which a ticket must be used; afterwards a participant needs none. */
export const ticketLifetimeSeconds = 120;
export const ticketType = 'call-ticket+jwt';
export const ticketIssuer = 'yunzhen-api';

export const callRoles = ['patient', 'doctor', 'guest'] as const;
export type CallRole = (typeof callRoles)[number];
export const mediaSources = ['camera', 'microphone', 'screen'] as const;
export type MediaSource = (typeof mediaSources)[number];

/** How a caption came about: written by a person, or recognised from their speech on their own device. */
export const captionOrigins = ['typed', 'speech'] as const;
export type CaptionOrigin = (typeof captionOrigins)[number];
/** Longest text of one caption: about two lines on a phone. */
export const captionLength = 200;

/**
 * Who hears and sees whom. `waiting`: the patient is not admitted; transports are connected on both sides, nothing is forwarded. `open`: everything
 * is forwarded to everyone else. `held`: the patient is on hold: nothing is forwarded from or to them, the others continue.
 */
export const roomPhases = ['waiting', 'open', 'held'] as const;
export type RoomPhase = (typeof roomPhases)[number];

/**
 * The purpose of a ticket. `network-check`: a private room for half a minute, in which a participant receives what they send, to test the connection
 * before the call. No one else enters it, and it records no call events.
 */
export const ticketPurposes = ['call', 'network-check'] as const;
export type TicketPurpose = (typeof ticketPurposes)[number];

/** Why a source is paused: by the person, or because the connection is too weak. */
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
