import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import { Emitter } from '../session/emitter.ts';
import type { Outgoing } from './publisher.ts';

type SourceEvents = { change: [source: MediaSource, outgoing: Outgoing | null] };

/** A track that shows and says nothing, to be sent in the place of one that must not be seen or heard. */
export type MakeDarkTrack = (kind: 'audio' | 'video') => MediaStreamTrack;

/**
 * What the person wants to send, and what is really sent. While nobody may see or hear them, dark tracks take the place of
 * theirs: the sender stays as negotiated as it will be, and not one frame of a real picture is near it. Because only tracks are
 * replaced, showing and hiding needs no signalling.
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

  /** What the person wants to send, for their own page. */
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

  /** Nothing that the person has opened leaves the page. */
  get dark(): boolean {
    return this.#dark;
  }

  set(source: MediaSource, outgoing: Outgoing | null): void {
    this.#wanted.set(source, outgoing);
    this.#announce([source]);
  }

  /** Keeps a place for these, whose devices are not open or not open any more; `set` has the last word. */
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

  /** Keeps the camera back because the line carries no picture. */
  setAudioOnly(audioOnly: boolean): void {
    if (this.#audioOnly === audioOnly) return;
    this.#audioOnly = audioOnly;
    this.#announce(['camera']);
  }

  /** Stops the dark tracks; the others belong to whoever opened them. */
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
