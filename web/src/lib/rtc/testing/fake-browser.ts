import { Emitter } from '../emitter.ts';
import type { NetworkPort } from '../network-watch.ts';

/** A track of a camera or microphone that nobody has. */
export class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID();
  readonly kind: 'audio' | 'video';
  readonly #deviceId: string;
  contentHint = '';
  enabled = true;
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

  /** The device is pulled out: unlike `stop`, this is told. */
  unplug(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

export function fakeTrack(kind: 'audio' | 'video', deviceId?: string): MediaStreamTrack & { unplug: () => void } {
  return new FakeTrack(kind, deviceId) as unknown as MediaStreamTrack & { unplug: () => void };
}

export class FakeNetwork extends Emitter<{ online: []; offline: []; visible: [] }> implements NetworkPort {
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

  show(): void {
    this.emit('visible');
  }

  close(): void {
    this.closed = true;
    this.removeAllListeners();
  }
}
