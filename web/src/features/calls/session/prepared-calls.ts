import { type CallClient } from '../../../core/rtc/index.ts';
import { LocalMedia } from '../../../core/rtc/devices.index.ts';
import type { ApiClient } from '../../../core/api/index.ts';
import { blurIsWished } from '../devices/device-choice.ts';
import { isKeptOff } from '../devices/kept-off.ts';
import { openCall } from './open-call.ts';

type DeviceChoice = Parameters<LocalMedia['open']>[1];

/** A call that is connected while the patient waits, and the devices for it. */
export class PreparedCall {
  readonly visitId: string;
  readonly call: CallClient;
  readonly media = new LocalMedia();
  readonly #stopPublishing: () => void;
  #opening: Promise<void> = Promise.resolve();

  constructor(client: ApiClient, visitId: string) {
    this.visitId = visitId;
    this.call = openCall(client, visitId);
    // Open devices are seen and heard from the moment of the admission, whichever page is open then.
    this.#stopPublishing = this.media.on('change', (source, { track }) => {
      // A user who wants a blurred background is not shown before it is ready.
      const shows = track && (source === 'microphone' || !blurIsWished());
      if (shows) this.call.publish(source, { track, paused: isKeptOff(visitId, source) });
      else this.call.reserve(source);
    });
    this.call.prepare();
  }

  /** Settles when the requested devices are open or have failed. */
  get opening(): Promise<void> {
    return this.#opening;
  }

  /** Opens camera and microphone if they are not open. They are not seen or heard before the patient is admitted. */
  openDevices(choice: DeviceChoice): void {
    this.#opening = this.#opening.then(async () => {
      const missing = (['camera', 'microphone'] as const).filter((source) => !this.media[source].track);
      if (missing.length > 0) await this.media.open(missing, choice);
    });
  }

  /** Turns the devices off and keeps their senders in the call. */
  closeDevices(): void {
    this.media.release();
  }

  /** Stops publishing here, because the page that continues the call publishes from now on. */
  handOver(): void {
    this.#stopPublishing();
  }

  close(): void {
    void this.call.leave().finally(() => this.call.close());
    this.media.close();
  }
}

/** Navigation to the next page is immediate; after this time the call is not taken over any more. */
const handOverMs = 5000;

let held: PreparedCall | undefined;
let releaseTimer: ReturnType<typeof setTimeout> | undefined;

/**
 * Prepares the call of a visit: at most one at a time; another one is dropped, the same one is reused. A failure stays silent, and the call page
 * joins as usual.
 */
export function prepareCall(client: ApiClient, visitId: string): PreparedCall {
  clearTimeout(releaseTimer);
  if (held?.visitId === visitId) return held;
  held?.close();
  held = new PreparedCall(client, visitId);
  return held;
}

/** Returns the prepared call to the page that continues it, which then owns it; undefined where there is none. */
export function takePreparedCall(visitId: string): PreparedCall | undefined {
  if (held?.visitId !== visitId) return undefined;
  const taken = held;
  clearTimeout(releaseTimer);
  held = undefined;
  taken.handOver();
  return taken;
}

/** Starts the time limit for taking over the call when the preparing page is left; then it is closed. */
export function releasePreparedCall(visitId: string): void {
  if (held?.visitId !== visitId) return;
  clearTimeout(releaseTimer);
  releaseTimer = setTimeout(() => dropPreparedCall(visitId), handOverMs);
}

/** Drops the call at once. */
export function dropPreparedCall(visitId: string): void {
  if (held?.visitId !== visitId) return;
  clearTimeout(releaseTimer);
  held.close();
  held = undefined;
}
