import { EventEmitter } from 'node:events';
import type { Router, RtpCapabilities } from 'mediasoup/types';
import type { CallRole, LeaveReason, ParticipantLine } from '@yunzhen/shared/calls/call.contract';
import type { PeerChannel } from './peer-channel.ts';
import { PeerMedia } from './peer-media.ts';
import type { Publication, Publications, Publisher } from './publications.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { TransportPair } from './transport-pair.ts';

/** The facts from a ticket and a join request. */
export interface Admission extends Publisher {
  /** The session to which the ticket was issued. */
  readonly sessionId: string;
  readonly rtpCapabilities: RtpCapabilities;
}

export interface PeerOptions {
  readonly admission: Admission;
  readonly generation: number;
  readonly router: Router;
  readonly channel: PeerChannel;
  /** Returns whether a publication may flow to this participant now. */
  readonly mayReceive: (publication: Publication) => boolean;
  /** How long the peer waits for its browser once it is unreachable, in milliseconds. */
  readonly graceMs: number;
}

/** What a participant wants to receive: everything, or audio only. */
export type Reception = 'all' | 'audio';

interface PeerEvents {
  /** The browser's channel is lost; media may still flow. */
  disconnected: [];
  /** The participant's page reported its connection quality. */
  line: [ParticipantLine];
  closed: [LeaveReason];
}

/** Reasons after which the participant should return at once with a new ticket. */
const rejoinReasons: readonly LeaveReason[] = ['node-draining', 'worker-died'];
/** Reasons that need no message: the browser caused it, or is unreachable. */
const silentReasons: readonly LeaveReason[] = ['left', 'disconnected'];

/**
 * One participant in the call from a join until it leaves, is removed, is replaced by a later join of the same participant, or the room closes. A
 * lost signalling connection does not end it while media flows, nor for a grace period after that.
 * The video continues, and the browser may resume over another channel.
 */
export class Peer extends EventEmitter<PeerEvents> {
  readonly participantId: string;
  readonly role: CallRole;
  readonly sessionId: string;
  readonly #options: PeerOptions;
  #generation: number;
  #media: PeerMedia;
  #channel: PeerChannel;
  #reception: Reception = 'all';
  #connected = true;
  #closedFor: LeaveReason | undefined;
  #announced = false;
  #grace: NodeJS.Timeout | undefined;

  constructor(transports: TransportPair, options: PeerOptions) {
    super();
    this.#options = options;
    this.participantId = options.admission.participantId;
    this.role = options.admission.role;
    this.sessionId = options.admission.sessionId;
    this.#generation = options.generation;
    this.#channel = options.channel;
    this.#media = this.#mediaOver(transports, options.admission.rtpCapabilities);
  }

  /** 1 for the participant's first peer in this room; increases with each further peer, and with each rebuild. */
  get generation(): number {
    return this.#generation;
  }

  get media(): PeerMedia {
    return this.#media;
  }

  get transports(): TransportPair {
    return this.#media.transports;
  }

  get publications(): Publications {
    return this.#media.publications;
  }

  get subscriptions(): Subscriptions {
    return this.#media.subscriptions;
  }

  get channel(): PeerChannel {
    return this.#channel;
  }

  /** False while the signalling connection is lost. */
  get connected(): boolean {
    return this.#connected;
  }

  get closed(): boolean {
    return this.#closedFor !== undefined;
  }

  /** Why the peer has closed; undefined while it is open. */
  get closedFor(): LeaveReason | undefined {
    return this.#closedFor;
  }

  /** Handles a lost signalling connection; ignores one that was already replaced. */
  handleDisconnect(channel: PeerChannel): void {
    if (this.closed || !this.#connected || channel !== this.#channel) return;
    this.#connected = false;
    this.emit('disconnected');
    this.#settleLoss();
  }

  /** Moves the peer to another channel and releases the present one silently. */
  takeUp(channel: PeerChannel): void {
    const earlier = this.#channel;
    this.#channel = channel;
    this.#connected = true;
    this.#settleLoss();
    earlier.release({ keepOpen: false });
  }

  /** Replaces the present transports, which close with everything sent and received over them. */
  rebuild(transports: TransportPair, rtpCapabilities: RtpCapabilities): void {
    const earlier = this.#media;
    this.#generation += 1;
    this.#media = this.#mediaOver(transports, rtpCapabilities);
    earlier.close();
  }

  /** Sets whether to receive everything or audio only. Resolves once the worker has applied it. */
  async setReception(reception: Reception): Promise<void> {
    this.#reception = reception;
    await this.subscriptions.direct();
  }

  /** Stores the participant's connection quality and notifies the others. */
  setLine(line: ParticipantLine): void {
    if (!this.closed) this.emit('line', line);
  }

  /** Notifies the browser, once, that the peer is about to close, so that it can move while media still flows. */
  announceClosing(reason: LeaveReason): void {
    if (this.#announced) return;
    this.#announced = true;
    this.#channel.send('call-closed', { reason, rejoin: rejoinReasons.includes(reason) });
    this.#settleLoss();
  }

  /** Closes the peer: transports, producers and consumers close, and the browser gets the reason. Idempotent. */
  close(reason: LeaveReason): void {
    if (this.closed) return;
    this.#closedFor = reason;
    clearTimeout(this.#grace);
    this.#media.close();
    if (!silentReasons.includes(reason)) this.announceClosing(reason);
    this.#channel.release({ keepOpen: reason === 'left' || rejoinReasons.includes(reason) });
    this.emit('closed', reason);
  }

  #mediaOver(transports: TransportPair, rtpCapabilities: RtpCapabilities): PeerMedia {
    const { router, admission, mayReceive } = this.#options;
    transports.on('reachability', () => this.#settleLoss());
    return new PeerMedia(transports, {
      router,
      publisher: admission,
      rtpCapabilities,
      mayReceive: (publication) =>
        mayReceive(publication) && (this.#reception === 'all' || publication.producer.kind === 'audio'),
      send: (push, payload) => this.#channel.send(push, payload),
    });
  }

  /** Closes the peer when its browser was unreachable for the grace period, or at once when it was told to move. */
  #settleLoss(): void {
    if (this.closed) return;
    if (this.#connected || this.transports.reachable) {
      clearTimeout(this.#grace);
      this.#grace = undefined;
    } else if (this.#announced) {
      this.close('disconnected');
    } else {
      this.#grace ??= setTimeout(() => this.close('disconnected'), this.#options.graceMs);
    }
  }
}
