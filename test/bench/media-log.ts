import type { Page } from '@playwright/test';

/** The totals at a moment (milliseconds since 1970): audio packets and decoded frames of all connections since the page opened. */
export interface MediaSample {
  readonly at: number;
  readonly audioPackets: number;
  readonly frames: number;
  /** Seconds of frozen picture as the browser counts them (totalFreezesDuration of webrtc-stats). */
  readonly frozen: number;
}

/** Runs in the page before its own code: samples every connection of the page ten times a second. */
function logMedia(): void {
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
    log.push({ at: performance.timeOrigin + performance.now(), ...sum });
  };
  setInterval(() => void look(), 100);
}

export async function logMediaOf(page: Page): Promise<void> {
  await page.addInitScript(logMedia);
}

export async function mediaLog(page: Page): Promise<MediaSample[]> {
  return page.evaluate(() => (window as unknown as { mediaLog: MediaSample[] }).mediaLog);
}

/** A fault takes effect within this time. */
const onsetMs = 1_000;

/**
 * Returns the seconds from a fault until media arrived again: the end of the longest gap that starts before or soon after the fault. Silence is sent
 * about every 400 ms, so half a second may mean no gap.
 */
export function secondsToRecover(
  log: readonly MediaSample[],
  faultAt: number,
  counter: 'audioPackets' | 'frames',
): number {
  let longest = { length: 0, end: faultAt };
  let last: MediaSample | undefined;
  for (const sample of log) {
    if (last && sample[counter] > last[counter]) {
      const gap = { length: sample.at - last.at, end: sample.at };
      if (last.at < faultAt + onsetMs && sample.at > faultAt && gap.length > longest.length) longest = gap;
      last = sample;
    }
    last ??= sample;
  }
  return Math.max(0, longest.end - faultAt) / 1000;
}
