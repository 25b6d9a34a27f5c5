import type { z } from 'zod';
import type { qualityReport, recoveryReport, firstPictureReport } from './quality.schemas.ts';
import type { Ack } from '../core/ack.ts';
import type {
  Caption,
  MediaStructure,
  ParticipantLine,
  caption,
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
import { routesOf } from '../core/route.ts';

export type { CallRole, MediaSource, RoomPhase, TicketPurpose, PauseReason, LeaveReason } from './call.constants.ts';

export type {
  Caption,
  RoomState,
  CallTicketClaims,
  MediaStructure,
  CallTicket,
  ParticipantLine,
} from './call.schemas.ts';

const defineRoute = routesOf<typeof callSchemas>();

export const issueCallTicket = defineRoute('issueCallTicket', 'POST /api/visits/:visitId/call-tickets', 'call.join', {
  status: 201,
});
export const issueNetworkCheckTicket = defineRoute(
  'issueNetworkCheckTicket',
  'POST /api/network-check-tickets',
  'call.join',
  { status: 201 },
);

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
  /** The reason, if paused. */
  pauseReason: PauseReason | null;
}

export interface CallParticipant {
  participantId: string;
  role: CallRole;
  /** What this participant sends now. */
  sources: { source: MediaSource; producerId: string; paused: boolean; pauseReason: PauseReason | null }[];
  connected: boolean;
  /** The connection quality of this participant as their page last reported it; null before that. */
  line: ParticipantLine | null;
}

export interface JoinAnswer {
  participantId: string;
  /** 1 for this participant’s first join; increases with each rejoin. */
  generation: number;
  send: TransportParameters;
  receive: TransportParameters;
  participants: CallParticipant[];
  /** Already created; they flow once the receive transport is connected, as far as the phase permits. */
  consumers: ConsumerParameters[];
  phase: RoomPhase;
  /** Resumes this peer on another socket while it lasts; a secret of this browser. */
  resumeToken: string;
}

export interface ResumeAnswer {
  generation: number;
  participants: CallParticipant[];
  /** Everything that can be received now: known ones are unchanged, missing ones have closed. */
  consumers: ConsumerParameters[];
  phase: RoomPhase;
  resumeToken: string;
  send: { iceParameters: MediaStructure };
  receive: { iceParameters: MediaStructure };
}

/** Of those who may hear the participant now. */
export interface CaptionAnswer {
  received: number;
  /** They are in the call, but their page is out of reach at the moment. */
  missed: number;
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
  /** The patient was admitted, or put on or off hold. */
  'phase-changed': (event: { phase: RoomPhase }) => void;
  'line-changed': (event: { participantId: string; line: ParticipantLine }) => void;
  /** Another participant wrote or said this; only those who may hear them receive it. */
  caption: (event: Caption & { participantId: string }) => void;
  /** The connection to this browser is too weak for this video: the node paused it and audio continues; or it flows again. */
  'consumer-starved': (event: { consumerId: string; starved: boolean }) => void;
  /** mediasoup’s score (0–10) of what this participant receives. */
  'consumer-score': (event: { consumerId: string; score: number; producerScore: number }) => void;
  /** This socket is no longer in the call. `rejoin`: request a new ticket and return at once. */
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
  'send-caption': (payload: z.input<typeof caption>, ack: (answer: Ack<CaptionAnswer>) => void) => void;
  'pause-producer': (payload: z.input<typeof pauseProducerRequest>, ack: (answer: Ack<null>) => void) => void;
  'resume-producer': (payload: z.input<typeof producerRequest>, ack: (answer: Ack<null>) => void) => void;
  'close-producer': (payload: z.input<typeof producerRequest>, ack: (answer: Ack<null>) => void) => void;
  'restart-ice': (
    payload: z.input<typeof restartIceRequest>,
    ack: (answer: Ack<{ iceParameters: MediaStructure }>) => void,
  ) => void;
  leave: (payload: z.input<typeof emptyRequest>, ack: (answer: Ack<null>) => void) => void;
}
