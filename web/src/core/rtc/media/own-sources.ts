import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import { Emitter } from '../session/emitter.ts';
import type { Outgoing } from './publisher.ts';

type SourceEvents = { change: [source: MediaSource, outgoing: Outgoing | null] };

/** Creates a black or silent track, sent instead of one that must not be seen or heard. */
export type MakeDarkTrack = (kind: 'audio' | 'video') => MediaStreamTrack;

/**
 * What the user wants to send, and what is really sent. While the user must not be seen or heard, dark tracks replace theirs: the negotiated sender
 * stays, and no frame of the real picture reaches it.
 * Because only tracks are replaced, showing and hiding needs no signalling.
 */
export class OwnSources extends Emitter<SourceEvents> {
  readonly #makeDarkTrack: MakeDarkTrack;
  readonly #wanted = new Map<MediaSource, Outgoing | null>();
  readonly #reserved = new Set<MediaSource>();
  readonly #darkTracks = new Map<MediaSource, MediaStreamTrack>();
  #dark = false;
  #audioOnly = false;

  constructor(makeDarkTrack: MakeDarkTrack) {
    super();
    this.#makeDarkTrack = makeDarkTrack;
  }

  /** What the user wants to send, for their own page. */
  get wanted(): ReadonlyMap<MediaSource, Outgoing> {
    return new Map([...this.#wanted].filter((entry): entry is [MediaSource, Outgoing] => entry[1] !== null));
  }

  /** What is sent now. */
  get sent(): ReadonlyMap<MediaSource, Outgoing> {
    const sources = new Set([...this.#wanted.keys(), ...this.#reserved]);
    return new Map(
      [...sources].flatMap((source) => {
        const outgoing = this.#sentOf(source);
        return outgoing ? [[source, outgoing] as const] : [];
      }),
    );
  }

  /** Whether dark tracks are sent instead of the user’s. */
  get dark(): boolean {
    return this.#dark;
  }

  set(source: MediaSource, outgoing: Outgoing | null): void {
    this.#wanted.set(source, outgoing);
    this.#announce([source]);
  }

  /** Reserves senders for sources whose devices are not open yet or no longer; a later `set` overrides it. */
  reserve(sources: readonly MediaSource[]): void {
    for (const source of sources) {
      this.#wanted.delete(source);
      this.#reserved.add(source);
    }
    this.#announce(sources);
  }

  setDark(dark: boolean): void {
    if (this.#dark === dark) return;
    this.#dark = dark;
    this.#announce([...new Set([...this.#wanted.keys(), ...this.#reserved])]);
  }

  /** Pauses the camera because the connection carries no picture. */
  setAudioOnly(audioOnly: boolean): void {
    if (this.#audioOnly === audioOnly) return;
    this.#audioOnly = audioOnly;
    this.#announce(['camera']);
  }

  /** Stops the dark tracks; the others belong to their opener. */
  close(): void {
    this.removeAllListeners();
    for (const track of this.#darkTracks.values()) track.stop();
    this.#darkTracks.clear();
  }

  #announce(sources: readonly MediaSource[]): void {
    for (const source of sources) this.emit('change', source, this.#sentOf(source));
  }

  #sentOf(source: MediaSource): Outgoing | null {
    const wanted = this.#wanted.get(source);
    if (wanted === null) return null;
    if (!wanted) return this.#reserved.has(source) ? { track: this.#darkTrackOf(source), paused: false } : null;
    if (this.#dark) return { ...wanted, track: this.#darkTrackOf(source) };
    if (source === 'camera' && this.#audioOnly && !wanted.paused) {
      return { ...wanted, paused: true, pauseReason: 'line' };
    }
    return wanted;
  }

  #darkTrackOf(source: MediaSource): MediaStreamTrack {
    const known = this.#darkTracks.get(source);
    if (known?.readyState === 'live') return known;
    const track = this.#makeDarkTrack(source === 'microphone' ? 'audio' : 'video');
    this.#darkTracks.set(source, track);
    return track;
  }
}
