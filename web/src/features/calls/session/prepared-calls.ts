import { type CallClient } from '../../../core/rtc/index.ts';
import { LocalMedia } from '../../../core/rtc/devices.index.ts';
import type { ApiClient } from '../../../core/api/index.ts';
import { blurIsWished } from '../devices/device-choice.ts';
import { isKeptOff } from '../devices/kept-off.ts';
import { openCall } from './open-call.ts';

type DeviceChoice = Parameters<LocalMedia['open']>[1];

/** A call that is connected while the patient waits, and the devices that will be used in it. */
export class PreparedCall {
  readonly visitId: string;
  readonly call: CallClient;
  readonly media = new LocalMedia();
  readonly #stopPublishing: () => void;
  #opening: Promise<void> = Promise.resolve();

  constructor(client: ApiClient, visitId: string) {
    this.visitId = visitId;
    this.call = openCall(client, visitId);
    // What is open is seen and heard from the moment of the admission, whichever page is there then.
    this.#stopPublishing = this.media.on('change', (source, { track }) => {
      // Who wants their background blurred is not shown before it is.
      const shows = track && (source === 'microphone' || !blurIsWished());
      if (shows) this.call.publish(source, { track, paused: isKeptOff(visitId, source) });
      else this.call.reserve(source);
    });
    this.call.prepare();
  }

  /** Settles when the devices that were asked for are open, or can’t be. */
  get opening(): Promise<void> {
    return this.#opening;
  }

  /** Opens camera and microphone as far as they are not open. Until the patient is admitted nobody sees or hears anything of them. */
  openDevices(choice: DeviceChoice): void {
    this.#opening = this.#opening.then(async () => {
      const missing = (['camera', 'microphone'] as const).filter((source) => !this.media[source].track);
      if (missing.length > 0) await this.media.open(missing, choice);
    });
  }

  /** Lights go out; the places of the devices in the call are kept. */
  closeDevices(): void {
    this.media.release();
  }

  /** From here on the page that goes on with the call publishes by itself. */
  handOver(): void {
    this.#stopPublishing();
  }

  close(): void {
    void this.call.leave().finally(() => this.call.close());
    this.media.close();
  }
}

/** From one page to the next takes an instant; whoever has not come for the call by then does not come. */
const handOverMs = 5000;

let held: PreparedCall | undefined;
let releaseTimer: ReturnType<typeof setTimeout> | undefined;

/**
 * Prepares the call of a visit: at most one at a time, another one is given up. Asking again for the same one keeps it.
 * What can’t be prepared stays silent, and the call page joins as usual.
 */
export function prepareCall(client: ApiClient, visitId: string): PreparedCall {
  clearTimeout(releaseTimer);
  if (held?.visitId === visitId) return held;
  held?.close();
  held = new PreparedCall(client, visitId);
  return held;
}

/** The very call that was prepared, for the page that goes on with it; undefined where there is none. It is the page’s from now on. */
export function takePreparedCall(visitId: string): PreparedCall | undefined {
  if (held?.visitId !== visitId) return undefined;
  const taken = held;
  clearTimeout(releaseTimer);
  held = undefined;
  taken.handOver();
  return taken;
}

/** The page that prepared is left: the call page may come for it within a moment, or it is closed. */
export function releasePreparedCall(visitId: string): void {
  if (held?.visitId !== visitId) return;
  clearTimeout(releaseTimer);
  releaseTimer = setTimeout(() => dropPreparedCall(visitId), handOverMs);
}

/** Gives it up at once. */
export function dropPreparedCall(visitId: string): void {
  if (held?.visitId !== visitId) return;
  clearTimeout(releaseTimer);
  held.close();
  held = undefined;
}
