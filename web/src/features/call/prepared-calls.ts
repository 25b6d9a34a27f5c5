import { LocalMedia, type CallClient } from '../../lib/rtc/index.ts';
import type { ApiClient } from '../../lib/api/index.ts';
import { openCall } from './open-call.ts';

/** A call that is connected while the patient waits, and the devices that will be used in it. */
export interface PreparedCall {
  readonly visitId: string;
  readonly call: CallClient;
  readonly media: LocalMedia;
}

/** From one page to the next takes an instant; whoever has not come for the call by then does not come. */
const handOverMs = 3000;

interface Held extends PreparedCall {
  /** The page that goes on with the call publishes by itself. */
  readonly stopPublishing: () => void;
  timer?: ReturnType<typeof setTimeout>;
}

let held: Held | undefined;

/**
 * Prepares the call of a visit: at most one at a time, another one is given up. Asking again for the same one keeps it.
 * What can’t be prepared stays silent, and the call page joins as usual.
 */
export function prepareCall(client: ApiClient, visitId: string): PreparedCall {
  if (held?.visitId === visitId) {
    clearTimeout(held.timer);
    return held;
  }
  giveUp();
  const call = openCall(client, visitId);
  const media = new LocalMedia();
  // What opens while the patient waits is seen and heard from the moment of the admission, whichever page is there then.
  const stopPublishing = media.on('change', (source, { track }) => {
    if (track) call.publish(source, { track, paused: false });
  });
  held = { visitId, call, media, stopPublishing };
  call.prepare();
  return held;
}

/** The very call that was prepared, for the page that goes on with it; undefined where there is none. It is the page’s from now on. */
export function takePreparedCall(visitId: string): PreparedCall | undefined {
  if (held?.visitId !== visitId) return undefined;
  const taken = held;
  clearTimeout(taken.timer);
  taken.stopPublishing();
  held = undefined;
  return taken;
}

/** The page that prepared is left: the call page may come for it within a moment, or it is closed. */
export function releasePreparedCall(visitId: string): void {
  if (held?.visitId !== visitId) return;
  clearTimeout(held.timer);
  held.timer = setTimeout(() => held?.visitId === visitId && giveUp(), handOverMs);
}

/** Gives up at once: the visit is not next any more, or the person has gone. */
export function dropPreparedCall(visitId: string): void {
  if (held?.visitId === visitId) giveUp();
}

function giveUp(): void {
  if (!held) return;
  const { call, media, timer } = held;
  clearTimeout(timer);
  held = undefined;
  void call.leave().finally(() => call.close());
  media.close();
}
