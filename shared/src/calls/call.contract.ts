import type { z } from 'zod';
import type { qualityReport, recoveryReport, firstPictureReport } from './quality.schemas.ts';
import type { Ack } from '../core/ack.ts';
import type {
  MediaStructure,
  ParticipantLine,
  joinRequest,
  connectTransportRequest,
  produceRequest,
  resumeRequest,
  rebuildRequest,
  setReceptionRequest,
  pauseProducerRequest,
  producerRequest,
  restartIceRequest,
  emptyRequest,
  callSchemas,
} from './call.schemas.ts';
import type { MediaSource, PauseReason, CallRole, RoomPhase, LeaveReason } from './call.constants.ts';
import { defineRoute } from '../core/route.ts';

export type { CallRole, MediaSource, RoomPhase, TicketPurpose, PauseReason, LeaveReason } from './call.constants.ts';

export type { RoomState, CallTicketClaims, MediaStructure, CallTicket, ParticipantLine } from './call.schemas.ts';

export const issueCallTicket = defineRoute<typeof callSchemas, 'issueCallTicket'>({
  name: 'issueCallTicket',
  method: 'POST',
  path: '/api/visits/:visitId/call-tickets',
  permission: 'call.join',
  status: 201,
});

export const issueNetworkCheckTicket = defineRoute<typeof callSchemas, 'issueNetworkCheckTicket'>({
  name: 'issueNetworkCheckTicket',
  method: 'POST',
  path: '/api/network-check-tickets',
  permission: 'call.join',
  status: 201,
});

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
