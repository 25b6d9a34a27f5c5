import { demoWindow } from '../../demo-window.ts';
import { Emitter } from '../session/emitter.ts';
import {
  cameraConstraints,
  microphoneConstraints,
  type DeviceChoice,
  type DeviceMatch,
  type Facing,
  type LocalSource,
} from './media-constraints.ts';
import { isDrawn, withDrawnDevices } from './drawn-devices.ts';
import { mediaPermission } from './media-permission.ts';
import { troubleOf, type MediaTrouble } from './media-trouble.ts';

export interface LocalSourceState {
  readonly track: MediaStreamTrack | null;
  /** Why there is no track; null when there is one, or when none was requested. */
  readonly trouble: MediaTrouble | null;
  readonly deviceId: string | null;
  /** The system mutes the open track for now: a phone call, a mute key, a closed lid. */
  readonly silenced: boolean;
}

export interface MediaDevice {
  readonly id: string;
  /** Empty until the user has allowed camera or microphone. */
  readonly label: string;
}

export interface DeviceList {
  readonly cameras: readonly MediaDevice[];
  readonly microphones: readonly MediaDevice[];
  readonly speakers: readonly MediaDevice[];
}

type LocalMediaEvents = {
  change: [source: LocalSource, state: LocalSourceState];
  devices: [DeviceList];
  /** The device in use was lost and another one replaced it; null where there is no other. */
  'fell-over': [source: LocalSource, change: { from: string; to: string | null }];
  /** A new device was plugged in. It is not used until the user chooses it. */
  plugged: [source: LocalSource, device: MediaDevice];
};

/** The used part of `navigator.mediaDevices` and the Permissions API; undefined on insecure pages. */
export interface MediaPort {
  readonly devices: MediaDevices | undefined;
  readonly permission: (source: LocalSource) => Promise<PermissionState | 'unknown'>;
}

const nothing: LocalSourceState = { track: null, trouble: null, deviceId: null, silenced: false };
const noDevices: DeviceList = { cameras: [], microphones: [], speakers: [] };
/** Browser aliases for the system’s default device, which is also listed under its own id. */
const aliases: ReadonlySet<string> = new Set(['default', 'communications']);

/**
 * The user’s own camera and microphone. A device that cannot be opened leaves a reason and never blocks the other one.
 * Closing stops every track opened here, including one that arrives later.
 */
export class LocalMedia extends Emitter<LocalMediaEvents> {
  readonly #port: MediaPort;
  readonly #aborted = new AbortController();
  #camera = nothing;
  #microphone = nothing;
  #devices = noDevices;
  #choice: DeviceChoice = {};
  /** Increases with each release, so that a late track is not adopted afterwards. */
  #period = 0;

  constructor(port: MediaPort = browserMedia()) {
    super();
    this.#port = port;
    this.#port.devices?.addEventListener('devicechange', () => void this.#handleDeviceChange(), this.#aborted);
  }

  get camera(): LocalSourceState {
    return this.#camera;
  }

  get microphone(): LocalSourceState {
    return this.#microphone;
  }

  /** Opens the requested sources, both in one request so that the browser prompts once. Never rejects. */
  async open(sources: readonly LocalSource[], choice: DeviceChoice = {}): Promise<void> {
    this.#choice = choice;
    const { devices } = this.#port;
    if (!devices) {
      for (const source of sources) this.#fail(source, 'insecure');
      return;
    }
    try {
      await this.#requestChosen(devices, sources);
    } catch (error) {
      await this.#openSeparately(devices, sources, troubleOf(error));
    }
    await this.#announceDevices();
  }

  /** Switches to another device. The one in use stays when the new one cannot be opened. Resolves with the reason or null. */
  async switchTo(source: LocalSource, deviceId: string): Promise<MediaTrouble | null> {
    const before = this.#choice;
    this.#choice = { ...before, ...(source === 'camera' ? { cameraId: deviceId } : { microphoneId: deviceId }) };
    const trouble = await this.#reopen(source, 'exact');
    if (trouble !== null) this.#choice = before;
    return trouble;
  }

  /** Switches between front and back camera of a phone. */
  async flip(): Promise<MediaTrouble | null> {
    const facing: Facing = this.#choice.facing === 'environment' ? 'user' : 'environment';
    this.#choice = { ...this.#choice, facing, cameraId: undefined };
    // Most phones cannot open two cameras at once.
    this.#camera.track?.stop();
    return this.#reopen('camera');
  }

  async listDevices(): Promise<DeviceList> {
    const all = (await this.#port.devices?.enumerateDevices()) ?? [];
    const of = (kind: MediaDeviceKind) =>
      all
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map(({ deviceId: id, label }) => ({ id, label }));
    return { cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') };
  }

  /** Stops both tracks, which turns the camera light off. A track that is still opening is stopped when it arrives. */
  release(): void {
    this.#period += 1;
    for (const source of ['camera', 'microphone'] as const) {
      this.#stateOf(source).track?.stop();
      this.#set(source, nothing);
    }
  }

  /** Releases for good; idempotent. */
  close(): void {
    if (this.#aborted.signal.aborted) return;
    this.#aborted.abort();
    this.removeAllListeners();
    this.release();
  }

  /** Opens the sources one by one after the joint request failed, to find the device that is missing, denied or busy. */
  async #openSeparately(devices: MediaDevices, sources: readonly LocalSource[], trouble: MediaTrouble): Promise<void> {
    const worthAsking = sources.length > 1 ? await this.#worthAsking(sources, trouble) : [];
    for (const source of sources) {
      if (!worthAsking.includes(source)) {
        this.#fail(source, trouble);
        continue;
      }
      try {
        await this.#requestChosen(devices, [source]);
      } catch (error) {
        this.#fail(source, troubleOf(error));
      }
    }
  }

  /** Returns the sources to request again. After the user denied both, none; if one was blocked earlier, the other. */
  async #worthAsking(sources: readonly LocalSource[], trouble: MediaTrouble): Promise<readonly LocalSource[]> {
    if (trouble !== 'denied') return sources;
    const states = await Promise.all(
      sources.map(async (source) => [source, await this.#port.permission(source)] as const),
    );
    const blocked = states.filter(([, state]) => state === 'denied').map(([source]) => source);
    return blocked.length === 0 ? [] : sources.filter((source) => !blocked.includes(source));
  }

  /** Requests the chosen devices exactly, because an ideal device id loses against ideal sizes. Falls back to another device where one is gone. */
  async #requestChosen(devices: MediaDevices, sources: readonly LocalSource[]): Promise<void> {
    try {
      await this.#request(devices, sources, 'exact');
    } catch (error) {
      if ((error as { name?: unknown }).name !== 'OverconstrainedError') throw error;
      await this.#request(devices, sources);
    }
  }

  async #request(devices: MediaDevices, sources: readonly LocalSource[], match: DeviceMatch = 'ideal'): Promise<void> {
    const period = this.#period;
    const stream = await devices.getUserMedia({
      audio: sources.includes('microphone') && microphoneConstraints(this.#choice.microphoneId, match),
      video: sources.includes('camera') && cameraConstraints(this.#choice, match),
    });
    for (const track of stream.getTracks()) {
      if (period === this.#period) this.#adopt(track.kind === 'video' ? 'camera' : 'microphone', track);
      else track.stop();
    }
  }

  async #reopen(source: LocalSource, match: DeviceMatch = 'ideal'): Promise<MediaTrouble | null> {
    const { devices } = this.#port;
    if (!devices) return 'insecure';
    try {
      await this.#request(devices, [source], match);
      return null;
    } catch (error) {
      const trouble = troubleOf(error);
      if (this.#stateOf(source).track?.readyState !== 'live') this.#fail(source, trouble);
      return trouble;
    }
  }

  #adopt(source: LocalSource, track: MediaStreamTrack): void {
    const before = this.#stateOf(source).track;
    track.contentHint = source === 'camera' ? 'motion' : 'speech';
    track.addEventListener('ended', () => void this.#handleEnded(source, track), this.#aborted);
    for (const event of ['mute', 'unmute'] as const) {
      track.addEventListener(event, () => this.#handleSilence(source, track), this.#aborted);
    }
    this.#set(source, { track, trouble: null, deviceId: track.getSettings().deviceId ?? null, silenced: track.muted });
    if (before !== track) before?.stop();
  }

  /** Falls back to a remaining device of that kind after one was unplugged or revoked by the system. */
  async #handleEnded(source: LocalSource, track: MediaStreamTrack): Promise<void> {
    if (this.#stateOf(source).track !== track) return;
    this.#choice = {
      ...this.#choice,
      ...(source === 'camera' ? { cameraId: undefined } : { microphoneId: undefined }),
    };
    await this.#reopen(source);
    if (this.#aborted.signal.aborted) return;
    const { track: next } = this.#stateOf(source);
    this.emit('fell-over', source, { from: track.label, to: next === track ? null : (next?.label ?? null) });
    await this.#announceDevices();
  }

  #handleSilence(source: LocalSource, track: MediaStreamTrack): void {
    const state = this.#stateOf(source);
    if (state.track === track) this.#set(source, { ...state, silenced: track.muted });
  }

  #fail(source: LocalSource, trouble: MediaTrouble): void {
    if (!this.#aborted.signal.aborted) this.#set(source, { ...nothing, trouble });
  }

  #stateOf(source: LocalSource): LocalSourceState {
    return source === 'camera' ? this.#camera : this.#microphone;
  }

  #set(source: LocalSource, state: LocalSourceState): void {
    if (source === 'camera') this.#camera = state;
    else this.#microphone = state;
    this.emit('change', source, state);
  }

  async #announceDevices(): Promise<void> {
    const devices = await this.listDevices();
    if (this.#aborted.signal.aborted) return;
    this.#devices = devices;
    this.emit('devices', devices);
  }

  async #handleDeviceChange(): Promise<void> {
    const before = this.#devices;
    await this.#announceDevices();
    if (this.#aborted.signal.aborted) return;
    this.#offer('camera', before.cameras, this.#devices.cameras);
    this.#offer('microphone', before.microphones, this.#devices.microphones);
  }

  /**
   * Offers a newly plugged device. Before permission the list is empty, so a device that appears then is not new, unless there was none: the browser
   * said so, or a drawn track replaces it.
   */
  #offer(source: LocalSource, before: readonly MediaDevice[], now: readonly MediaDevice[]): void {
    const { track, trouble } = this.#stateOf(source);
    if (before.length === 0 && trouble !== 'not-found' && !isDrawn(track)) return;
    const known = new Set(before.map(({ id }) => id));
    const added = now.find(({ id, label }) => label !== '' && !known.has(id) && !aliases.has(id));
    if (added) this.emit('plugged', source, added);
  }
}

function browserMedia(): MediaPort {
  // Undefined on pages that were not opened over https or from localhost.
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  return {
    devices: mediaDevices && demoWindow.value ? withDrawnDevices(mediaDevices) : mediaDevices,
    permission: mediaPermission,
  };
}
