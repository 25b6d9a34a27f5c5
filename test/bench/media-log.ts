import type { Page } from '@playwright/test';

/** The totals at a moment (milliseconds since 1970): audio packets and decoded frames of all connections since the page opened. */
export interface MediaSample {
  readonly at: number;
  readonly audioPackets: number;
  readonly frames: number;
  /** Seconds of frozen picture as the browser counts them (totalFreezesDuration of webrtc-stats). */
  readonly frozen: number;
  /** Whether the page says that the other’s picture is paused. */
  readonly paused: boolean;
}

/** What a page shows in place of a picture that rests so that sound goes on. */
export const pausedPicture =
  '[data-picture-absence="their-line"], [data-picture-absence="own-line"], [data-picture-absence="audio-only"]';

/** Runs in the page before its own code: samples every connection of the page ten times a second. */
function logMedia(pausedSelector: string): void {
  const connections = new Set<RTCPeerConnection>();
  const latest = new Map<string, { audioPackets: number; frames: number; frozen: number }>();
  const log: MediaSample[] = [];
  Object.assign(window, { mediaLog: log });
  const Original = window.RTCPeerConnection;
  let made = 0;
  window.RTCPeerConnection = class extends Original {
    readonly number = (made += 1);
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  };
  const look = async () => {
    for (const connection of connections) {
      if (connection.signalingState === 'closed') connections.delete(connection);
      const reports = await connection.getStats().catch(() => new Map<string, never>());
      for (const each of reports.values() as Iterable<Record<string, unknown>>) {
        if (each['type'] !== 'inbound-rtp') continue;
        latest.set(`${(connection as unknown as { number: number }).number} ${String(each['id'])}`, {
          audioPackets: each['kind'] === 'audio' ? Number(each['packetsReceived']) : 0,
          frames: Number(each['framesDecoded'] ?? 0),
          frozen: Number(each['totalFreezesDuration'] ?? 0),
        });
      }
    }
    const sum = { audioPackets: 0, frames: 0, frozen: 0 };
    for (const each of latest.values()) {
      sum.audioPackets += each.audioPackets;
      sum.frames += each.frames;
      sum.frozen += each.frozen;
    }
    const paused = document.querySelector(pausedSelector) !== null;
    log.push({ at: performance.timeOrigin + performance.now(), paused, ...sum });
  };
  setInterval(() => void look(), 100);
}

export async function logMediaOf(page: Page): Promise<void> {
  await page.addInitScript(logMedia, pausedPicture);
}

export async function mediaLog(page: Page): Promise<MediaSample[]> {
  return page.evaluate(() => (window as unknown as { mediaLog: MediaSample[] }).mediaLog);
}

/** A fault takes effect within this time. */
const onsetMs = 1_000;

/** Samples that a busy page takes late; a shorter gap is none. */
const shortestGapMs = 250;

/**
 * Returns the seconds from a fault until media arrived again: the end of the longest gap that starts before or soon after the fault, 0 without a gap.
 * A gap that does not end counts to the end of the log.
 */
export function secondsToRecover(
  log: readonly MediaSample[],
  faultAt: number,
  counter: 'audioPackets' | 'frames',
): number {
  let longest = { length: shortestGapMs, end: faultAt };
  let last: MediaSample | undefined;
  for (const sample of log) {
    if (last && sample[counter] > last[counter]) {
      const gap = { length: sample.at - last.at, end: sample.at };
      if (last.at < faultAt + onsetMs && sample.at > faultAt && gap.length > longest.length) longest = gap;
      last = sample;
    }
    last ??= sample;
  }
  const end = log.at(-1)?.at ?? faultAt;
  if (last && last.at < faultAt + onsetMs && end - last.at > longest.length) longest = { length: end - last.at, end };
  return Math.max(0, longest.end - faultAt) / 1000;
}

/** Returns the longest time in seconds without new media. Time in which the page says that a picture is paused does not count where `excused`. */
export function longestStandstill(
  log: readonly MediaSample[],
  counter: 'audioPackets' | 'frames',
  { excused = false } = {},
): number {
  let longest = 0;
  let since = log[0]?.at ?? 0;
  let before = log[0]?.[counter] ?? 0;
  for (const sample of log) {
    if (sample[counter] > before || (excused && sample.paused)) since = sample.at;
    before = Math.max(before, sample[counter]);
    longest = Math.max(longest, sample.at - since);
  }
  return longest / 1000;
}
