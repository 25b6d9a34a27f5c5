import { EventEmitter } from 'node:events';
import type { Router, RtpCapabilities } from 'mediasoup/types';
import type { CallRole, LeaveReason, ParticipantLine } from '@yunzhen/shared/calls/call.contract';
import type { PeerChannel } from './peer-channel.ts';
import { PeerMedia } from './peer-media.ts';
import type { Publication, Publications, Publisher } from './publications.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { TransportPair } from './transport-pair.ts';

/** What a ticket and a join request say of who comes in. */
export interface Admission extends Publisher {
  /** The session that the ticket was issued to. */
  readonly sessionId: string;
  readonly rtpCapabilities: RtpCapabilities;
}

export interface PeerOptions {
  readonly admission: Admission;
  readonly generation: number;
  readonly router: Router;
  readonly channel: PeerChannel;
  /** Whether the room lets a publication pass to this participant now. */
  readonly mayReceive: (publication: Publication) => boolean;
  /** How long the stay waits for its browser once it can be reached in no way, in milliseconds. */
  readonly graceMs: number;
}

/** What a participant wants to receive: everything, or sound alone. */
export type Reception = 'all' | 'audio';

interface PeerEvents {
  /** The browser's channel is gone; media may still be flowing. */
  disconnected: [];
  /** The participant's page has said how its line does. */
  line: [ParticipantLine];
  closed: [LeaveReason];
}

/** Reasons after which the participant should come back at once with a new ticket. */
const rejoinReasons: readonly LeaveReason[] = ['node-draining', 'worker-died'];
/** Reasons of which the browser needs no word: it said so itself, or can't be reached. */
const silentReasons: readonly LeaveReason[] = ['left', 'disconnected'];

/**
 * One participant's one stay in the call: from a join until it leaves, is put out, is replaced by a later join of the same
 * participant, or the room closes. Losing the signalling connection does not end the stay while media still passes, nor for a
 * grace after that: the picture goes on, and the browser may take the stay up again over another channel.
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
  #told = false;
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

  /** 1 for the participant's first stay in this room, growing with each, and with each rebuild of a stay. */
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

  /** Why the stay has ended; undefined while it goes on. */
  get closedFor(): LeaveReason | undefined {
    return this.#closedFor;
  }

  /** A signalling connection is lost; one that has been replaced already is of no interest any more. */
  handleDisconnect(channel: PeerChannel): void {
    if (this.closed || !this.#connected || channel !== this.#channel) return;
    this.#connected = false;
    this.emit('disconnected');
    this.#settleLoss();
  }

  /** The stay goes on over another channel; the present one is released without a word. */
  takeUp(channel: PeerChannel): void {
    const earlier = this.#channel;
    this.#channel = channel;
    this.#connected = true;
    this.#settleLoss();
    earlier.release({ keepOpen: false });
  }

  /** New transports take the place of the present ones, which close with all that was sent and received over them. */
  rebuild(transports: TransportPair, rtpCapabilities: RtpCapabilities): void {
    const earlier = this.#media;
    this.#generation += 1;
    this.#media = this.#mediaOver(transports, rtpCapabilities);
    earlier.close();
  }

  /** Receives everything, or sound alone. Resolves when the worker does so. */
  async setReception(reception: Reception): Promise<void> {
    this.#reception = reception;
    await this.subscriptions.direct();
  }

  /** Notes how the participant's line does; the others are told. */
  setLine(line: ParticipantLine): void {
    if (!this.closed) this.emit('line', line);
  }

  /** Tells the browser, once, that its stay is about to end, so that it can move while media still flows. */
  tell(reason: LeaveReason): void {
    if (this.#told) return;
    this.#told = true;
    this.#channel.send('call-closed', { reason, rejoin: rejoinReasons.includes(reason) });
    this.#settleLoss();
  }

  /** Ends the stay: transports, producers and consumers close, the browser is told why. Repeating it does nothing. */
  close(reason: LeaveReason): void {
    if (this.closed) return;
    this.#closedFor = reason;
    clearTimeout(this.#grace);
    this.#media.close();
    if (!silentReasons.includes(reason)) this.tell(reason);
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

  /** Ends the stay when its browser has been out of reach for the grace, or at once when it was told to go elsewhere. */
  #settleLoss(): void {
    if (this.closed) return;
    if (this.#connected || this.transports.reachable) {
      clearTimeout(this.#grace);
      this.#grace = undefined;
    } else if (this.#told) {
      this.close('disconnected');
    } else {
      this.#grace ??= setTimeout(() => this.close('disconnected'), this.#options.graceMs);
    }
  }
}
