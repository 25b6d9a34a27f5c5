import { EventEmitter } from 'node:events';
import type { Router, RtpCapabilities } from 'mediasoup/types';
import type { CallRole, LeaveReason, MediaSource } from '@yunzhen/shared/contract/call';
import type { PeerChannel } from './peer-channel.ts';
import { Publications } from './publications.ts';
import { Subscriptions } from './subscriptions.ts';
import type { TransportPair } from './transport-pair.ts';

/** What a ticket and a join request say of who comes in. */
export interface Admission {
  readonly participantId: string;
  readonly role: CallRole;
  readonly publish: readonly MediaSource[];
  readonly rtpCapabilities: RtpCapabilities;
}

interface PeerEvents {
  /** The browser's channel is gone; media may still be flowing. */
  disconnected: [];
  closed: [LeaveReason];
}

/** Reasons after which the participant should come back at once with a new ticket. */
const rejoinReasons: readonly LeaveReason[] = ['node-draining', 'worker-died'];
/** Reasons of which the browser needs no word: it said so itself, or can't be reached. */
const silentReasons: readonly LeaveReason[] = ['left', 'disconnected'];

/**
 * One participant's one stay in the call: from a join until it leaves, is replaced by a later join of the same participant, or
 * the room closes. Losing the signalling connection does not end the stay while media still passes: the picture goes on.
 */
export class Peer extends EventEmitter<PeerEvents> {
  readonly participantId: string;
  readonly role: CallRole;
  /** 1 for the participant's first stay in this room, growing with each. */
  readonly generation: number;
  readonly transports: TransportPair;
  readonly publications: Publications;
  readonly subscriptions: Subscriptions;
  readonly channel: PeerChannel;
  #connected = true;
  #closed = false;
  #told = false;

  constructor(
    admission: Admission,
    generation: number,
    router: Router,
    transports: TransportPair,
    channel: PeerChannel,
  ) {
    super();
    this.participantId = admission.participantId;
    this.role = admission.role;
    this.generation = generation;
    this.transports = transports;
    this.channel = channel;
    this.publications = new Publications(admission.participantId, transports.send, admission.publish);
    this.subscriptions = new Subscriptions(router, transports.receive, admission.rtpCapabilities, channel);
    transports.on('unreachable', () => this.#closeIfLost());
  }

  /** False once the signalling connection is lost. */
  get connected(): boolean {
    return this.#connected;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The signalling connection is lost. The stay ends when media doesn't pass either. */
  handleDisconnect(): void {
    if (this.#closed || !this.#connected) return;
    this.#connected = false;
    this.emit('disconnected');
    this.#closeIfLost();
  }

  /** Tells the browser, once, that its stay is about to end, so that it can move while media still flows. */
  tell(reason: LeaveReason): void {
    if (this.#told) return;
    this.#told = true;
    this.channel.send('call-closed', { reason, rejoin: rejoinReasons.includes(reason) });
  }

  /** Ends the stay: transports, producers and consumers close, the browser is told why. Repeating it does nothing. */
  close(reason: LeaveReason): void {
    if (this.#closed) return;
    this.#closed = true;
    this.transports.close();
    if (!silentReasons.includes(reason)) this.tell(reason);
    this.channel.release({ keepOpen: reason === 'left' || rejoinReasons.includes(reason) });
    this.emit('closed', reason);
  }

  #closeIfLost(): void {
    if (!this.#connected && !this.transports.reachable) this.close('disconnected');
  }
}
