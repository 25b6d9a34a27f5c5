import type { CallParticipant, LeaveReason, ParticipantLine } from '@yunzhen/shared/calls/call.contract';
import { timeouts } from '../../timeouts.ts';
import { Emitter } from './emitter.ts';
import type { Signaling } from './signaling.ts';

type SentSource = CallParticipant['sources'][number];
type RosterEvents = { change: [readonly CallParticipant[]] };

/** How long a disconnected participant is shown as coming back. */
const comingBackMs = timeouts['calls.comingBack'];

/** The other participants and what they send. It outlives a rejoin, so that no participant disappears while a node comes back. */
export class Roster extends Emitter<RosterEvents> {
  #participants = new Map<string, CallParticipant>();
  readonly #missing = new Map<string, ReturnType<typeof setTimeout>>();

  get participants(): readonly CallParticipant[] {
    return [...this.#participants.values()];
  }

  /** Subscribes to the node’s participant events for as long as its signalling lasts. */
  follow(signaling: Signaling): void {
    signaling.on('participant-joined', (participant) => this.handleParticipantJoined(participant));
    signaling.on('participant-left', ({ participantId, reason }) => this.handleParticipantLeft(participantId, reason));
    signaling.on('producer-changed', ({ participantId, ...source }) => this.handleSource(participantId, source));
    signaling.on('consumer-added', ({ participantId, source, producerId, producerPaused: paused, pauseReason }) =>
      this.handleSource(participantId, { source, producerId, paused, pauseReason }),
    );
    signaling.on('line-changed', ({ participantId, line }) => this.handleLine(participantId, line));
  }

  /** Applies a new list of the node. A participant missing from it has lost the node too and is probably reconnecting. */
  handleList(self: string, participants: readonly CallParticipant[]): void {
    const others = participants.filter(({ participantId }) => participantId !== self);
    const known = this.#participants;
    this.#participants = new Map(others.map((participant) => [participant.participantId, participant]));
    for (const id of [...this.#missing.keys()]) if (this.#participants.has(id)) this.#found(id);
    for (const [id, participant] of known) {
      if (this.#participants.has(id)) continue;
      this.#miss(participant);
    }
    this.emit('change', this.participants);
  }

  handleParticipantJoined(participant: CallParticipant): void {
    this.#found(participant.participantId);
    this.#participants.set(participant.participantId, participant);
    this.emit('change', this.participants);
  }

  handleLine(participantId: string, line: ParticipantLine): void {
    const participant = this.#participants.get(participantId);
    if (!participant) return;
    this.#participants.set(participantId, { ...participant, line });
    this.emit('change', this.participants);
  }

  handleParticipantLeft(participantId: string, reason: LeaveReason): void {
    const participant = this.#participants.get(participantId);
    // Replaced: the same participant is back on another socket.
    if (!participant || reason === 'replaced') return;
    if (reason === 'left' || reason === 'ended' || reason === 'removed') {
      this.#remove(participantId);
      return;
    }
    this.#miss(participant);
    this.emit('change', this.participants);
  }

  /** Records that a participant sends a new source, or has paused or resumed it. */
  handleSource(participantId: string, source: SentSource): void {
    const participant = this.#participants.get(participantId);
    if (!participant) return;
    const others = participant.sources.filter((sent) => sent.source !== source.source);
    this.#participants.set(participantId, { ...participant, sources: [...others, source] });
    this.emit('change', this.participants);
  }

  /** Removes by producer, not by kind of source: the next camera may already exist when the end of the last one arrives. */
  handleSourceClosed(participantId: string, producerId: string): void {
    const participant = this.#participants.get(participantId);
    if (!participant) return;
    const sources = participant.sources.filter((sent) => sent.producerId !== producerId);
    this.#participants.set(participantId, { ...participant, sources });
    this.emit('change', this.participants);
  }

  clear(): void {
    for (const id of [...this.#missing.keys()]) this.#found(id);
    this.#participants.clear();
    this.emit('change', this.participants);
  }

  #miss(participant: CallParticipant): void {
    const id = participant.participantId;
    this.#participants.set(id, { ...participant, connected: false });
    if (!this.#missing.has(id))
      this.#missing.set(
        id,
        setTimeout(() => this.#giveUp(id), comingBackMs),
      );
  }

  /** Removes a participant who has not returned, unless their media still arrives because only signalling was lost. */
  #giveUp(id: string): void {
    this.#missing.delete(id);
    const participant = this.#participants.get(id);
    if (participant && participant.sources.length > 0) this.#miss(participant);
    else this.#remove(id);
  }

  #found(participantId: string): void {
    clearTimeout(this.#missing.get(participantId));
    this.#missing.delete(participantId);
  }

  #remove(participantId: string): void {
    this.#found(participantId);
    if (this.#participants.delete(participantId)) this.emit('change', this.participants);
  }
}
