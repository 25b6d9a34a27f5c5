import { Emitter } from '../session/emitter.ts';
import type { NetworkPort } from '../quality/network-watch.ts';

/** A fake track of a camera or microphone. */
export class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readonly kind: 'audio' | 'video';
  readonly #deviceId: string;
  contentHint = '';
  enabled = true;
  muted = false;
  readyState: MediaStreamTrackState = 'live';

  constructor(kind: 'audio' | 'video', deviceId = `default-${kind}`) {
    super();
    this.kind = kind;
    this.#deviceId = deviceId;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.#deviceId };
  }

  stop(): void {
    this.readyState = 'ended';
  }

  get label(): string {
    return this.#deviceId;
  }

  /** Simulates the system muting or unmuting the device. */
  silence(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  /** Simulates unplugging the device: unlike `stop`, it fires an event. */
  unplug(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

export type PluggedTrack = MediaStreamTrack & Pick<FakeTrack, 'unplug' | 'silence'>;

export function fakeTrack(kind: 'audio' | 'video', deviceId?: string): PluggedTrack {
  return new FakeTrack(kind, deviceId) as unknown as PluggedTrack;
}

export class FakeNetwork extends Emitter<{ online: []; offline: []; changed: []; visible: [] }> implements NetworkPort {
  online = true;
  closed = false;

  goOffline(): void {
    this.online = false;
    this.emit('offline');
  }

  goOnline(): void {
    this.online = true;
    this.emit('online');
  }

  change(): void {
    this.emit('changed');
  }

  show(): void {
    this.emit('visible');
  }

  close(): void {
    this.closed = true;
    this.removeAllListeners();
  }
}
